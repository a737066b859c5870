# `keepdims=True` leaves axes of length one, so that the result broadcasts back.
import numpy as np


def rows(x):
    return np.sum(x, axis=1, keepdims=True)


def everything(x):
    return np.sum(x, keepdims=True)


def axes(x):
    return x.max(axis=(0, 2), keepdims=True)


def normalize(x):
    return x / x.sum(axis=0, keepdims=True)


def center(x):
    return x - x.mean(axis=1, keepdims=True)


# run: rows(np.arange(6).reshape(2, 3))
# run: rows(np.zeros((2, 0)))
# run: everything(np.arange(6.0).reshape(2, 3))
# run: everything(np.array(3))
# run: axes(np.arange(24).reshape(2, 3, 4))
# run: normalize(np.arange(1.0, 7.0).reshape(2, 3))
# run: center(np.arange(6).reshape(2, 3).T)
