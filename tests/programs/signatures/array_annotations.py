# Annotations of arrays, evaluated by nobody at run time.
import numpy as np
from numba import float64, int32


def total(x: float64[:]) -> float:
    return x.sum()


def columns(x: "float64[:, :]") -> "float64[:]":
    return x.sum(axis=0)


def scale(x: float64[:, ::1], s: float) -> None:
    x *= s


def count(x: int32[:]) -> int:
    return len(x)


# run: total(np.arange(5.0))
# run: total(np.arange(10.0)[::-3])
# run: columns(np.arange(6.0).reshape(2, 3).T)
# run: scale(np.arange(6.0).reshape(2, 3), 0.5)
# run: count(np.arange(5, dtype=np.int32))
