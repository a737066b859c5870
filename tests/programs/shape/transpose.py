# `transpose` of every rank and permutation, with elements in their new places.
import numpy as np


def default(x):
    return np.transpose(x)


def cycled(x):
    return np.transpose(x, axes=(1, 2, 0))


def product(x):
    return x.T + x


def twice(x):
    return x.T.T


def element(x):
    return x.T[2, 1]


# run: default(np.arange(6).reshape(2, 3))
# run: default(np.arange(24).reshape(2, 3, 4))
# run: default(np.arange(4.0))
# run: cycled(np.arange(24).reshape(2, 3, 4))
# run: cycled(np.arange(24.0).reshape(2, 3, 4)[::-1, :, ::-2])
# run: product(np.arange(9).reshape(3, 3))
# run: twice(np.arange(6).reshape(2, 3))
# run: element(np.arange(6).reshape(2, 3))
