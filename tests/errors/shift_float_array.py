# Nor have arrays of floats shifts.
from numba import float64


def f(x: float64[:]):
    return x << 1  # error[type-mismatch]: left_shift
