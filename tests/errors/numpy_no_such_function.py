# NumPy has no such function, but one of a similar name.
import numpy as np
from numba import float64


def f(a: float64[:]):
    x = np.summ(a)  # error[no-such-function]: `np.summ` … `np.sum`
    return x
