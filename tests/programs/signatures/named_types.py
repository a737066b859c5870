# Types that have names in the file, imports under other names, decorators kept in variables.
import numba as nb
import numpy as np
from numba import float64 as real, njit as fast

Vector = real[:]
Matrix = real[:, ::1]
signatures = ["int64(int64)", nb.float64(nb.float64)]
kernel = nb.njit(cache=True, fastmath=True)


@fast(Vector(Matrix, Vector))
def apply(a, x):
    return a @ x


@nb.njit(signatures)
def doubled(x):
    return x + x


@kernel
def length(x: Vector) -> real:
    return np.sqrt((x * x).sum())


@nb.njit(nb.float64(nb.float64[:], nb.intp), boundscheck=False, error_model="numpy")
def unchecked(x, i):
    return x[i]


# rtol: 1e-12
# run: apply(np.arange(6.0).reshape(2, 3), np.arange(3.0))
# run: doubled(np.int64(3))
# run: doubled(np.float64(1.5))
# run: length(np.arange(3.0))
# run: unchecked(np.arange(3.0), np.int64(-1))
