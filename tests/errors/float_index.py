# A float is no index, not even a whole one.
from numba import float64


def f(x: float64[:], i: float):
    return x[i]  # error[type-mismatch]: valid indices
