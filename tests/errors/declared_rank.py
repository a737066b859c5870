# A declared result of another rank.
from numba import jit, float64


@jit(float64[:](float64[:, :]), nopython=True)
def f(x):
    return x  # error[type-mismatch]: `float64[:]`
