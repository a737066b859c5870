# Module constants, also computed ones, are compile-time values.
import math

import numpy as np

COUNT = 12
SCALE = 0.25
LIMIT = COUNT * 2 - 1
TURN = 2 * math.pi
FLAG = COUNT > 10
SHAPE = (2, 3)


def scaled(x):
    return x * SCALE + COUNT


def below_limit(x):
    return x < LIMIT


def turns(n):
    return n * TURN


def chosen(x):
    if FLAG:
        return x + SHAPE[0]
    return x - SHAPE[1]


def numpy_constants():
    return np.pi, np.e, np.inf, -np.inf, np.nan


# run: scaled(3)
# run: scaled(-0.5)
# run: below_limit(22)
# run: below_limit(23)
# run: turns(3)
# run: chosen(10)
# run: numpy_constants()
