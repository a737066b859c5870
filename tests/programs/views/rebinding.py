# Plain assignment binds a name, and never copies an array.
import numpy as np


def rename(x):
    y = x
    y[0] = 5
    x = y[1:]
    x[0] = 6
    return y


def swap(x, y):
    x, y = y, x
    x[0] = 100
    y[0] = 200
    return x[0] - y[0]


def rows(x):
    first, second = x[0], x[1]
    first[:] = second
    second[:] = 0


# run: rename(np.arange(4))
# run: swap(np.arange(3), np.arange(3.0))
# run: a = np.arange(3); swap(a, a)
# run: rows(np.arange(6).reshape(2, 3))
