# Class missing argument.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def f(n: int):
    return Point(n).x  # error[wrong-arguments]: __init__() missing 1 required positional argument: 'y'
