# Stores of a transposed matrix into itself, and of diagonal blocks.
import numpy as np


def transpose(x):
    x[:] = x.T


def symmetric(x):
    x += x.T


def antisymmetric(x):
    x -= x.T.copy()
    x[0] += x[:, 0]


def blocks(x):
    x[:2, :2] = x[1:3, 1:3]
    x[1:, 1:] *= x[:-1, :-1]


def row_from_column(x):
    x[0] = x[:, 0]
    x[:, -1] = x[-1]


# run: transpose(np.arange(9).reshape(3, 3))
# run: transpose(np.arange(9.).reshape(3, 3).T)
# run: symmetric(np.arange(16).reshape(4, 4))
# run: antisymmetric(np.arange(9).reshape(3, 3))
# run: blocks(np.arange(16).reshape(4, 4))
# run: row_from_column(np.arange(9).reshape(3, 3))
# raises: ValueError
# run: transpose(np.arange(6).reshape(2, 3))
