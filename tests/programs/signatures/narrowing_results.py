# A declared scalar result that is narrower is checked.
from numba import int32, njit
import numpy as np


@njit(int32(int32[:]))
def total(x):
    return np.sum(x)


# differs: the declared result is int32
# expect: np.int32(10)
# run: total(np.arange(5, dtype=np.int32))
# differs: the declared result is int32, and the sum does not fit
# raises: OverflowError
# run: total(np.full(4, 2**30, np.int32))
