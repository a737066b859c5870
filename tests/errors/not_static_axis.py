# The axis decides the type of the result, so it must be known.
import numpy as np
from numba import float64


def f(x: float64[:, :], n: int):
    return np.sum(x, axis=n)  # error[not-static]: `axis`
