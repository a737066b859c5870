# A decorator whose signature has another number of parameters.
# error[conflicting-signatures]: `f`
from numba import jit, int32


@jit(int32(int32), nopython=True)
def f(x, y):
    return x + y
