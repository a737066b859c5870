# An identity matrix by loops, and arrays built from parts.
import numpy as np


def identity(n):
    out = np.zeros((n, n))
    for i in range(n):
        out[i, i] = 1.0
    return out


def vandermonde(x, n):
    out = np.ones((len(x), n))
    for j in range(1, n):
        out[:, j] = out[:, j - 1] * x
    return out


def triangle(n):
    out = np.zeros((n, n), np.int32)
    for i in range(n):
        out[i, : i + 1] = np.arange(i + 1)
    return out


# run: identity(3)
# run: identity(0)
# run: vandermonde(np.arange(4.0) / 3, 5)
# run: vandermonde(np.arange(8.0)[::-2], 3)
# run: triangle(5)
