# Class misspelt field.
class Point:
    def __init__(self, width):
        self.width = width


def f(n: int):
    return Point(n).widht  # error[unknown-attribute]: 'Point' object has no attribute 'widht'
