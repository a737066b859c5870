# np.bincount counts small integers, or adds weights.
import numpy as np


def plain(x):
    return np.bincount(x)


def at_least(x, n):
    return np.bincount(x, minlength=n)


def weighted(x, w):
    return np.bincount(x, weights=w)


# run: plain(np.arange(50) ** 2 % 11)
# run: plain(np.array([3, 1, 3], np.uint8))
# run: plain(np.zeros(0, np.int64))
# run: at_least(np.array([1, 1]), 4)
# run: at_least(np.array([1, 7]), 4)
# raises: ValueError: 'list' argument must have no negative elements
# run: plain(np.array([1, -1]))
# raises: ValueError: 'minlength' must not be negative
# run: at_least(np.array([1]), -1)
# run: weighted(np.array([0, 2, 2, 1]), np.array([0.1, 0.2, 0.3, 1e9]))
# run: weighted(np.array([0, 2, 2, 1]), np.arange(4))
# raises: ValueError: The weights and list don't have the same length.
# run: weighted(np.array([0, 2]), np.arange(4.0))
