# A keyword that the NumPy function does not have.
import numpy as np
from numba import float64


def f(a: float64[:, :]):
    return np.sum(a, axes=0)  # error[wrong-arguments]: `axes` … `axis`
