# NumPy has the function, npc does not.
import numpy as np
from numba import float64


def f(a: float64[:, :]):
    return np.busday_count(a, a)  # error[unsupported]: `np.busday_count` … not supported yet
