# The article's own decorators.
from numba import jit, int32
import numpy as np


@jit(int32(int32, int32), nopython=True)
def add(x, y):
    return x + y


@jit(int32(int32[:]), nopython=True)
def first(x):
    return x[0]


@jit(int32(int32[:, :]), nopython=True)
def row_of_max(x):
    i = x[:, 1].argmax()
    return x[i, 0]


# run: add(np.int32(2), np.int32(3))
# run: add(np.int32(2**31 - 1), np.int32(1))
# run: first(np.arange(3, 7, dtype=np.int32))
# run: first(np.arange(8, dtype=np.int32)[::-3])
# run: row_of_max(np.array([[1, 5], [2, 9], [3, 7]], np.int32))
# run: row_of_max(np.arange(12, dtype=np.int32).reshape(3, 4).T)
