# Arrays of different ranks cannot be joined.
import numpy as np
from numba import float64


def f(x: float64[:], y: float64[:, :]):
    return np.concatenate((x, y))  # error[shape-mismatch]: same number of dimensions
