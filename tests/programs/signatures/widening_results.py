# A declared scalar result widens what the function returns.
from numba import float64, int32, int64, njit
import numpy as np


@njit(int64(int32[:]))
def total(x):
    return np.sum(x)


@njit(float64(int64, int64))
def ratio(a, b):
    return a / b


# run: total(np.arange(5, dtype=np.int32))
# run: ratio(np.int64(1), np.int64(3))
# run: total(np.full(4, 2**30, np.int32))
