"""Stockham's complex FFT of 2^k values, written with slices; `roots` are the first n/2 roots of unity."""
import numpy as np


def fft(x: "complex128[::1]", roots: "complex128[::1]"):
    n = x.size
    a = x.copy()
    b = np.empty_like(a)
    stride = 1
    while stride < n:
        m = n // (2 * stride)
        u = a.reshape((2, m, stride))
        v = b.reshape((m, 2, stride))
        v[:, 0, :] = u[0] + u[1]
        v[:, 1, :] = (u[0] - u[1]) * roots[::stride].reshape((m, 1))
        a, b = b, a
        stride *= 2
    return a
