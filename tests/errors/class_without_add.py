# Class without add.
class Point:
    def __init__(self, x):
        self.x = x


def f(n: int):
    return (Point(n) + 1).x  # error[type-mismatch]: unsupported operand type(s) for +: 'Point' and 'int'
