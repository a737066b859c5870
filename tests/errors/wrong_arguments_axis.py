# An axis that the array does not have.
import numpy as np
from numba import float64


def f(a: float64[:, :]):
    return np.sum(a, axis=2)  # error[raises-always]: axis 2 is out of bounds for array of dimension 2
