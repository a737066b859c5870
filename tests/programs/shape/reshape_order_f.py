# `reshape` and `ravel` with `order="F"`: the first index runs fastest.
import numpy as np


def columns_first(x):
    return x.reshape((3, 2), order="F")


def flat(x):
    return x.ravel(order="F"), np.ravel(x, order="C")


# run: columns_first(np.arange(6))
# run: columns_first(np.arange(6).reshape(2, 3))
# run: columns_first(np.arange(6.0).reshape(2, 3).T)
# run: flat(np.arange(6).reshape(2, 3))
# run: flat(np.arange(24).reshape(2, 3, 4)[:, ::-1])
