"""The roots by an index with `newaxis`: Numba reshapes dense arrays only."""
import numpy as np


def fft(x, roots):
    n = x.size
    a = x.copy()
    b = np.empty_like(a)
    stride = 1
    while stride < n:
        m = n // (2 * stride)
        u = a.reshape((2, m, stride))
        v = b.reshape((m, 2, stride))
        v[:, 0, :] = u[0] + u[1]
        v[:, 1, :] = (u[0] - u[1]) * roots[::stride][:, np.newaxis]
        a, b = b, a
        stride *= 2
    return a
