# The article's function: the sum of a million int32 in the browser.
from numba import jit, int32, int64
import numpy as np


@jit(int64(int32[:]), nopython=True)
def np_sum(x):
    return np.sum(x)


# run: np_sum(np.arange(10, dtype=np.int32))
# run: np_sum(np.arange(1000000, dtype=np.int32))
# run: np_sum(np.arange(100000, dtype=np.int32)[::-1])
# run: np_sum(np.arange(100000, dtype=np.int32)[3::7])
# run: np_sum(np.zeros(0, np.int32))
# run: np_sum(np.full(5, -(2**31), np.int32))
