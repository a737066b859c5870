# A float result does not fit into an integer array in place.
from numba import int64


def f(x: int64[:]):
    x += 1.5  # error[type-mismatch]: float64 … int64
