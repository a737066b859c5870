# `with np.errstate(...)` changes nothing here: nothing warns.
import numpy as np


def ratio(a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        r = a / b
    return np.where(b == 0, -1.0, r)


def early(x):
    with np.errstate(all="ignore"):
        if x > 0:
            return np.float64(1) / x
    return -1.0


# run: ratio(np.array([1.0, 2.0]), np.array([0.0, 4.0]))
# run: early(2.0)
# run: early(-2.0)
