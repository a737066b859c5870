# A decorator that names a type which was not imported.
from numba import jit, int32


@jit(int32(int33), nopython=True)  # error[unknown-name]: `int33` … `int32`
def f(x):
    return x
