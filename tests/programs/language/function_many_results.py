# Functions that return tuples, nested tuples, different paths of one type, nothing.
import numpy as np


def stats(x):
    return x.min(), x.max(), (x.sum(), len(x))


def use_stats(x):
    low, high, (total, n) = stats(x)
    return high - low, total / n


def paths(n):
    if n > 0:
        return n, 0.5
    if n < 0:
        return -n, 1
    return 0, 2.5


def nothing(x):
    x[0] = 7.0


def effect(x):
    nothing(x)
    return x[0]


# run: use_stats(np.array([1.0, 5.0, 3.0]))
# run: paths(3)
# differs: the result has one type, that of the elements
# expect: (3, 1.0)
# run: paths(-3)
# run: paths(0)
# run: effect(np.zeros(2))
