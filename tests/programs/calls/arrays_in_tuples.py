# Arrays inside of tuples, as arguments and as results.
import numpy as np


def split(x):
    return x[: len(x) // 2], x[len(x) // 2 :]


def total(pair):
    x, y = pair
    return np.sum(x) + np.sum(y)


def swap_first(pair):
    x, y = pair
    x[0], y[0] = y[0], x[0]
    return x[0], y[0]


# run: split(np.arange(5))
# run: split(np.arange(0.0))
# run: total((np.arange(4), np.arange(3.0)))
# run: swap_first((np.arange(3), np.arange(10, 13)))
# run: a = np.arange(6); swap_first((a, a[::-1]))
