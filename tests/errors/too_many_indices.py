# More indices than axes.
from numba import float64


def f(x: float64[:]):
    return x[0, 0]  # error[raises-always]: too many indices … 1-dimensional
