# NumPy has no such function, nor a similar one.
import numpy as np
from numba import float64


def f(a: float64[:]):
    return np.frobnicate_all(a)  # error[no-such-function]: `np.frobnicate_all`
