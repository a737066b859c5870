# Another number of names than of values.
from numba import float64


def f(x: float64[:]):
    n, m = x.shape  # error[type-mismatch]: expected 2
    return n * m
