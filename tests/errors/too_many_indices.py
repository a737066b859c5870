# More indices than axes.
from numba import float64


def f(x: float64[:]):
    return x[0, 0]  # error[type-mismatch]: too many indices … 1-dimensional
