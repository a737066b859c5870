# A function of a submodule of NumPy.
import numpy as np
from numba import float64


def f(a: float64[:]):
    return np.polynomial.chebyshev.chebfit(a, a, 3)  # error[unsupported]: not supported yet
