# Instance not iterable.
class Point:
    def __init__(self, x):
        self.x = x


def f(n: int):
    for x in Point(n):  # error[type-mismatch]: `Point` cannot be iterated over
        n += x
    return n
