# A decorator and an export comment that disagree; both are shown.
# pythran export f(float64[:])
# error[conflicting-signatures]: `f` has two signatures that disagree: `float64(float32[:])` and `f(float64[:])`
from numba import float32, float64, njit


@njit(float64(float32[:]))
def f(x):
    return x.sum()
