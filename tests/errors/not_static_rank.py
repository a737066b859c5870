# The number of extents decides the rank, so a shape cannot come from an array.
import numpy as np
from numba import int64


def f(shape: int64[:]):
    return np.zeros(shape)  # error[not-static]: shape
