# A decorator and annotations that disagree; both are shown.
# error[conflicting-signatures]: int32 … int64
from numba import jit, int32, int64


@jit(int32(int32), nopython=True)
def f(x: int64):
    return x
