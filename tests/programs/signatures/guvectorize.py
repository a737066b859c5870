# `@guvectorize` makes a generalised ufunc: the function sees the core dimensions, leading axes broadcast.
import numpy as np
from numba import float64, guvectorize, int64


@guvectorize([(float64[:], float64[:], float64[:])], "(n),(n)->()")
def inner(x, y, result):
    total = 0.0
    for i in range(len(x)):
        total += x[i] * y[i]
    result[0] = total


@guvectorize(["void(int64[:], int64, int64[:])", "void(float64[:], float64, float64[:])"], "(n),()->(n)")
def shifted(x, by, result):
    for i in range(len(x)):
        result[i] = x[i] + by


@guvectorize([(float64[:, :], float64[:], float64[:], float64[:])], "(m,n),(n)->(m),()")
def product(a, x, y, norm):
    norm[0] = 0.0
    for i in range(a.shape[0]):
        y[i] = 0.0
        for j in range(a.shape[1]):
            y[i] += a[i, j] * x[j]
        norm[0] += y[i] * y[i]


def table(x: float64[:, :], y: float64[:, :]):
    return inner(x[:, None, :], y)


def products(a: float64[:, :, :], x: float64[:]):
    return product(a, x)


def of_both(x: int64[:, :], y: float64[:]):
    return shifted(x, x[0, 0]), shifted(y, y[1]), shifted(y, y), shifted(x, 2)


# run: inner(np.arange(4.0), np.arange(8.0)[::-2])
# run: inner(np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(2, 3) / 3)
# run: shifted(np.arange(3), np.int64(2))
# run: table(np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(4, 3))
# raises: ValueError: inner: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n),(n)->() (size 4 is different from 3)
# run: table(np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 4))
# run: products(np.arange(24.0).reshape(2, 3, 4), np.arange(4.0))
# run: of_both(np.arange(6).reshape(2, 3), np.arange(3.0))
