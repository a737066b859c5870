# Signatures by types, in every spelling that Numba knows.
import numba
import numpy as np
from numba import float32, float64, int64, types, void
from numba.types import Tuple, UniTuple, boolean


@numba.njit(void(float64[:], float64[:]))
def add_into(x, y):
    x += y


@numba.njit(boolean(int64, int64))
def divides(a, b):
    return b % a == 0


@numba.njit(Tuple((float64, int64))(float64[:], int64))
def at(x, i):
    return x[i], i


@numba.njit(UniTuple(int64, 2)(int64, int64))
def swapped(a, b):
    return b, a


@numba.njit(types.float32(types.Array(types.float32, 1, "C")))
def first(x):
    return x[0]


@numba.njit(float32[:](float32[::1]))
def doubled(x):
    return x + x


# run: add_into(np.arange(4.0), np.arange(8.0)[::-2])
# run: a = np.arange(5.0); add_into(a[1:], a[:-1])
# run: divides(np.int64(3), np.int64(9))
# run: at(np.arange(4.0), np.int64(-1))
# run: swapped(np.int64(1), np.int64(2))
# run: first(np.arange(3, dtype=np.float32))
# run: doubled(np.arange(3, dtype=np.float32))
