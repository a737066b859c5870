# Tuples of axes, and `axis=None`.
import numpy as np


def outer_axes(x):
    return np.sum(x, axis=(0, 2))


def last_two(x):
    return x.sum(axis=(-1, -2))


def all_axes(x):
    return np.sum(x, axis=(0, 1, 2))


def none(x):
    return np.sum(x, axis=None)


def no_axes(x):
    return np.sum(x, axis=())


# run: outer_axes(np.arange(24).reshape(2, 3, 4))
# run: outer_axes(np.arange(24.0).reshape(4, 3, 2).T / 7)
# run: outer_axes(np.zeros((2, 3, 0)))
# run: last_two(np.arange(24).reshape(2, 3, 4))
# run: last_two(np.arange(24, dtype=np.int8).reshape(2, 3, 4)[::-1, :, ::2])
# run: all_axes(np.arange(24).reshape(2, 3, 4))
# run: none(np.arange(24.0).reshape(2, 3, 4) / 7)
# run: no_axes(np.arange(6, dtype=np.int8).reshape(2, 3))
