# Results that disagree.
# error[conflicting-signatures]: int32 … float
from numba import jit, int32


@jit(int32(int32), nopython=True)
def f(x) -> float:
    return x
