# A list of signatures: one function with two exports.
from numba import float64, int64, njit
import numpy as np


@njit([int64(int64[:]), float64(float64[:])])
def total(x):
    s = 0 * x[0]
    for i in range(len(x)):
        s += x[i]
    return s


# run: total(np.arange(5))
# run: total(np.arange(5.0) / 3)
# run: total(np.arange(10)[::-2])
