# True division gives floats, which an integer array cannot hold.
from numba import int64


def f(x: int64[:]):
    x /= 2  # error[type-mismatch]: float64 … int64
