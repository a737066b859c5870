# Positions of extremes along an axis.
import numpy as np


def rows(x):
    return np.argmax(x, axis=1)


def columns(x):
    return x.argmin(axis=0)


def last(x):
    return np.argmax(x, -1)


def kept(x):
    return np.argmin(x, axis=1, keepdims=True)


# run: rows(np.array([[3, 1, 3], [9, 7, 11]]))
# run: rows(np.array([[3.0, np.nan], [1.0, 2.0]]))
# run: columns(np.array([[3, 1, 2], [9, 1, 0]], np.int8))
# run: columns(np.arange(12.0).reshape(4, 3).T * 7 % 11)
# run: columns(np.zeros((2, 0)))
# run: last(np.arange(24).reshape(2, 3, 4) * 7 % 11)
# run: kept(np.array([[3, 1, 2], [9, 7, 0]]))
# raises: ValueError: attempt to get argmax of an empty sequence
# run: rows(np.zeros((2, 0)))
# raises: ValueError: attempt to get argmax of an empty sequence
# run: last(np.zeros((3, 0, 0), np.int64))
# raises: ValueError: attempt to get argmin of an empty sequence
# run: kept(np.zeros((0, 0), np.int64))
