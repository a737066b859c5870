# Class field of two types.
class Point:
    def __init__(self, x):
        self.x = x


def f(n: int):
    p = Point(n)
    p.x = "text"  # error[cannot-merge-types]: the field `x` of Point is int, and this is str
    return 1
