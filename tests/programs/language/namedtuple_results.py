# Exported functions return named tuples.
from collections import namedtuple

import numpy as np

Point = namedtuple("Point", "x y")


def make(x):
    return Point(x, y=2 * x)


def arrays(n):
    return Point(np.arange(n), Point(n, 0.5))


def maybe(x):
    if x > 0:
        return Point(x, x)


# run: make(3)
# run: make(0.5)
# run: arrays(3)
# run: maybe(2)
# run: maybe(-2)
