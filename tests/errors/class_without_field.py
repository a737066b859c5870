# Class without field.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def f(n: int):
    return Point(n, n).z  # error[unknown-attribute]: 'Point' object has no attribute 'z'
