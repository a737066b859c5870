# Only the entry has types; the functions that it calls take theirs from the calls.
import numpy as np
from numba import float64, njit


def clamp(x, low, high):
    return min(max(x, low), high)


def apply(x, low, high):
    out = np.empty_like(x)
    for i in range(len(x)):
        out[i] = clamp(x[i], low, high)
    return out


@njit(float64[:](float64[:]))
def unit(x):
    return apply(x, 0.0, 1.0)


# run: unit(np.arange(-3, 4) / 2)
# run: unit(np.array([np.nan, -np.inf, np.inf]))
# run: unit(np.arange(-6.0, 7.0)[::-3])
