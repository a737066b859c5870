# `reshape` of a contiguous array is a view, else a copy.
import numpy as np


def write_through(x):
    y = x.reshape(-1)
    y[0] = 100
    return y


def rows(x, n):
    y = x.reshape(n, -1)
    y[0, 0] = -1
    return y


def ravelled(x):
    y = x.ravel()
    y[-1] = 77
    return y


# run: write_through(np.arange(6).reshape(2, 3))
# run: write_through(np.arange(6).reshape(2, 3).T)
# run: write_through(np.arange(6)[::-1])
# run: write_through(np.arange(12).reshape(3, 4)[:, ::2])
# run: write_through(np.arange(12).reshape(3, 4)[:, :2])
# run: rows(np.arange(6.0), 2)
# run: rows(np.arange(12)[::2], 3)
# run: ravelled(np.arange(6).reshape(2, 3))
# run: ravelled(np.asfortranarray(np.arange(6).reshape(2, 3)))
# run: ravelled(np.arange(6)[::2])
