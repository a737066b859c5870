# `axis` as a literal, positive or negative, as keyword or by position.
import numpy as np


def rows(x):
    return np.sum(x, axis=1)


def columns(x):
    return np.sum(x, 0)


def last(x):
    return x.sum(axis=-1)


def first(x):
    return x.sum(-2)


# run: rows(np.arange(12).reshape(3, 4))
# run: rows(np.arange(12.0).reshape(4, 3).T / 7)
# run: columns(np.arange(12).reshape(3, 4))
# run: columns(np.asfortranarray(np.arange(12.0).reshape(3, 4) / 7))
# run: columns(np.arange(5))
# run: columns(np.zeros((0, 3)))
# run: rows(np.zeros((3, 0), np.int8))
# run: last(np.arange(24).reshape(2, 3, 4))
# run: last(np.arange(24, dtype=np.uint8).reshape(2, 3, 4)[:, ::-1, ::2])
# run: first(np.arange(24.0).reshape(2, 3, 4) / 3)
