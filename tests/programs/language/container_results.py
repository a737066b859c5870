# Lists, sets, dicts and instances are results: of numbers, tuples, arrays and of each other.
from dataclasses import dataclass
import numpy as np


@dataclass
class Point:
    x: float
    y: int


def numbers(n):
    return [i * i for i in range(n)]


def nested(n):
    return [[j * 0.5 for j in range(i)] for i in range(n)]


def pairs(n):
    return [(i, i * 0.5, i % 2 == 0) for i in range(n)], n


def arrays(n):
    return [np.arange(i) * 1.5 for i in range(n)], [np.ones((2, i), np.float32) for i in range(n)]


def tables(n):
    return {i: i * 0.25 for i in range(n)}, {(i, i + 1): [i] * i for i in range(n)}


def members(x):
    return {v for v in x}


def point(a):
    return Point(a, 7)


def points(n):
    return [Point(i * 1.5, i) for i in range(n)]


def borrowed(x):
    return [x, x[::2], x + 1]


# run: numbers(5)
# run: numbers(0)
# run: nested(4)
# run: pairs(3)
# run: arrays(3)
# run: tables(4)
# run: tables(0)
# run: members(np.array([3, 1, 3]))
# run: point(2.5)
# run: points(3)
# run: borrowed(np.arange(5.0)[::-1])
