# Class not comparable.
class Point:
    def __init__(self, x):
        self.x = x


def f(n: int):
    return Point(n) < Point(1)  # error[type-mismatch]: '<' not supported between instances of 'Point' and 'Point'
