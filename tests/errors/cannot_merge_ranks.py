# Arrays of different ranks do not merge.
# error[cannot-merge-types]: `x`
from numba import float64


def f(x: float64[:, :], n: int):
    if n > 0:
        x = x[0]
    return x.sum()
