# A declared array result must have that dtype already.
import numpy as np
from numba import jit, float64, int64


@jit(float64[:](int64[:]), nopython=True)
def f(x):
    return x + 1  # error[type-mismatch]: `float64[:]` … `.astype(np.float64)`
