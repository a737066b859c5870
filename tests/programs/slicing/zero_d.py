# 0-d arrays: read by `[()]`, written by `[()]` and `[...]`, used in arithmetic.
import numpy as np


def read(x):
    return x[()]


def write(x, value):
    x[()] = value
    x[...] += 1


def add(x, y):
    return x + y


def shape(x):
    return x.shape, x.ndim, x.size


def made():
    x = np.zeros(())
    x[()] = 3.5
    return x


# run: read(np.array(3.5))
# run: read(np.array(7, np.int8))
# run: write(np.array(1.0), 5)
# run: write(np.arange(6).reshape(2, 3)[1, 2, ...], 50)
# run: add(np.array(1), np.array(2.5))
# run: add(np.array(1), np.arange(3))
# run: add(np.array(1, np.int8), 100)
# run: shape(np.array(True))
# run: made()
