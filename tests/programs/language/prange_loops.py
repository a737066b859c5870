# `prange` runs as `range`.
import numpy as np
from numba import njit, prange


@njit(parallel=True)
def total(a):
    s = 0.0
    for i in prange(len(a)):
        s += a[i]
    return s


@njit(parallel=True)
def table(n):
    out = np.empty((n, n))
    for i in prange(n):
        for j in prange(i, n, 2):
            out[i, j] = i * j
            out[j, i] = -i
    return out[0]


# run: total(np.arange(5.0)[::-1])
# run: total(np.zeros(0))
# run: table(1)
