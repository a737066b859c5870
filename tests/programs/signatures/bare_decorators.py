# Decorators without signatures leave the types to the arguments.
import numba
import numpy as np
from numba import jit, njit, prange


@njit
def square(x):
    return x * x


@jit(nopython=True, cache=True)
def total(x):
    s = 0.0
    for i in range(len(x)):
        s += square(x[i])
    return s


@numba.njit(parallel=True)
def filled(n):
    out = np.zeros(n)
    for i in prange(n):
        out[i] = square(i) * 0.5
    return out


# run: square(3)
# run: square(np.arange(3.0))
# run: total(np.arange(4.0))
# run: filled(5)
