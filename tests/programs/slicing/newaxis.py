# `np.newaxis` and `None` insert axes of length one.
import numpy as np


def as_row(x):
    return x[np.newaxis, :]


def as_column(x):
    return x[:, None]


def inside(x):
    return x[:, np.newaxis, ::2]


def outer(x, y):
    return x[:, None] * y[None, :]


def with_ellipsis(x):
    return x[..., None]


def scalar_to_array(x):
    return x[None, 1, None]


# run: as_row(np.arange(3))
# run: as_column(np.arange(6.0)[::-2])
# run: as_column(np.zeros(0))
# run: inside(np.arange(8).reshape(2, 4))
# run: outer(np.arange(3), np.arange(4.0) / 3)
# run: outer(np.arange(3), np.arange(0))
# run: with_ellipsis(np.arange(6).reshape(2, 3))
# run: with_ellipsis(np.array(7))
# run: scalar_to_array(np.arange(3))
