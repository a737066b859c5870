# A wrong name inside a string is pointed at, and the right one named.
from numba import njit


@njit("float64(flaot64[:, ::1])")  # error[unknown-name]: `flaot64` is not a type … did you mean `float64`?
def f(x):
    return x.sum()
