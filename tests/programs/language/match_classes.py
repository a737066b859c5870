# `match` over classes: builtin types, named tuples by position and by name.
from collections import namedtuple

import numpy as np

Point = namedtuple("Point", "x y")
Circle = namedtuple("Circle", ["center", "radius"])


def kind(x):
    match x:
        case bool():
            return 1
        case int(n):
            return n + 100
        case float():
            return 3
        case str():
            return 4
        case (a, *rest):
            return len(rest) + 50
        case None:
            return 7
    return 9


def kinds():
    return kind(True), kind(3), kind(2.5), kind("a"), kind((1, 2, 3)), kind(None), kind(np.int32(3)), kind(np.float64(1.5))


def area(shape):
    match shape:
        case Circle(Point(0, 0), r):
            return 3 * r * r
        case Circle(center=Point(x, y), radius=r):
            return 3 * r * r + x + y
        case Point():
            return 0
        case _:
            return -1


def areas(x):
    return area(Circle(Point(x, 0), 2)), area(Point(1, 2)), area(5)


# run: kinds()
# run: areas(0)
# run: areas(4)
