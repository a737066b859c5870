# A decorator whose signature has another number of parameters.
# error[wrong-arguments]: `f`
from numba import jit, int32


@jit(int32(int32), nopython=True)
def f(x, y):
    return x + y
