# Shapes are tuples of Python ints, and can be computed with.
import numpy as np


def area(x):
    return x.shape[0] * x.shape[1]


def halved(x):
    return np.zeros((x.shape[0] // 2, x.shape[1] * 2))


def same_shape(x, y):
    return x.shape == y.shape


def blocks(x, n):
    return x.reshape(len(x) // n, n).sum(axis=1)


def bytes_used(x):
    return x.itemsize, x.nbytes


# run: area(np.zeros((3, 4)))
# run: halved(np.zeros((5, 2)))
# run: same_shape(np.zeros((2, 3)), np.ones((2, 3)))
# run: same_shape(np.zeros((2, 3)), np.ones((3, 2)))
# run: blocks(np.arange(12), 4)
# run: blocks(np.arange(24.0)[::-2], 3)
# run: bytes_used(np.zeros((3, 4), np.int16))
