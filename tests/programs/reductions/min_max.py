# The smallest and largest elements, of every kind of dtype.
import numpy as np


def extremes(x):
    return np.min(x), np.max(x)


def methods(x):
    return x.min(), x.max()


def long_names(x):
    return np.amin(x), np.amax(x)


# run: extremes(np.array([3, -7, 5]))
# run: extremes(np.array([3, 250, 5], np.uint8))
# run: extremes(np.array([2**63, 1, 2**64 - 1], np.uint64))
# run: extremes(np.array([True, False]))
# run: extremes(np.array([1.5, -np.inf, 2.5]))
# run: extremes(np.array([1.0, np.nan, 0.5]))
# run: extremes(np.array([np.nan, 1.0]))
# run: extremes(np.arange(12.0).reshape(3, 4).T[::-1])
# run: methods(np.arange(20, dtype=np.int16)[::-3] * 7 % 11)
# run: methods(np.array(2.5))
# run: long_names((np.arange(100000) * 7919) % 1000003)
