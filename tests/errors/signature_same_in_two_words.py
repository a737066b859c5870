# Python's `float` beside Numba's `float64` is no conflict: type checkers need the one, Numba the other.
from numba import float64, int64, njit


@njit(float64(float64, int64))
def f(x: float, n: int) -> float:
    return x * n
