# Signatures as strings, with short names and layouts.
import numba as nb
import numpy as np
from numba import njit


@njit("float64(float64[:, ::1])")
def total(x):
    s = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s += x[i, j]
    return s


@njit("f8(f8, i4)", cache=True)
def scaled(x, n):
    return x * n


@nb.jit("void(f4[:], f4)", nopython=True, nogil=True)
def scale(x, s):
    for i in range(len(x)):
        x[i] *= s


@njit("(i8[:],)")
def count(x):
    return len(x)


# run: total(np.arange(6.0).reshape(2, 3))
# run: scaled(np.float64(0.5), np.int32(3))
# run: scale(np.arange(4, dtype=np.float32), np.float32(0.1))
# run: scale(np.arange(8, dtype=np.float32)[::-2], np.float32(3))
# run: count(np.arange(5))
