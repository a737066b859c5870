# A string that is no expression.
from numba import njit


@njit("float64(float64[:)")  # error[syntax-error]: `float64(float64[:)` is not a signature … expected … write `int64(int32[:])`
def f(x):
    return x.sum()
