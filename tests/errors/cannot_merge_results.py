# Two `return`s whose values have no common type.
# error[cannot-merge-types]:
from numba import float64


def f(x: float64[:], n: int):
    if n > 0:
        return x
    return n
