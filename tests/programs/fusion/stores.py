# What a slice is assigned is stored without a temporary where it cannot be read again, and with one where it can.

import numpy as np


def shift(a, b):
    b[1:-1] = 0.5 * (a[:-2] + a[2:])
    return b.sum()


def stencil(a, b):
    b[1:-1, 1:-1] = 0.25 * (a[:-2, 1:-1] + a[2:, 1:-1] + a[1:-1, :-2] + a[1:-1, 2:])


def jacobi(a, n):
    b = a.copy()
    for _ in range(n):
        b[1:-1, 1:-1] = 0.25 * (a[:-2, 1:-1] + a[2:, 1:-1] + a[1:-1, :-2] + a[1:-1, 2:])
        a, b = b, a
    return a


def merging(a, n):
    # From the second round on both names mean one buffer.
    b = a.copy()
    for i in range(n):
        b[1:] = a[:-1] + 1.0
        if i == 0:
            a = b
    return a, b


def three(a, n):
    b = a * 2.0
    c = a + 1.0
    for _ in range(n):
        c[1:] = a[1:] + b[:-1]
        b[:-1] = c[1:] - a[:-1]
        a, b, c = b, c, a
    return a, b, c


def own(a):
    a[1:] = a[:-1] + a[1:]
    a[:-1] = a[1:] * 2
    a[::2] = a[::-2] + 1


def masked(a, b, m):
    b[m] = 0.0
    b[:] = np.where(a > b, a + b, b - a)
    b[1:] = np.where(m[1:], b[:-1], a[1:])


def out_of(a, b, c):
    np.add(a[:-1] * 2, b[1:], out=c[1:])
    np.multiply(c, a - b, out=c)


def rows(a, b):
    for i in range(1, a.shape[0] - 1):
        b[i, 1:-1] = a[i - 1, 1:-1] + a[i + 1, 1:-1] + a[i, :-2] * a[i, 2:]


# run: a = np.arange(9.0) ** 2; shift(a, np.zeros(9))
# run: a = np.arange(9.0) ** 2; shift(a, a)
# run: a = np.arange(20.0) ** 2; shift(a[:10], a[3:13])
# run: a = np.arange(20.0) ** 2; shift(a[3:13], a[:10])
# run: a = np.arange(20.0) ** 2; shift(a[::2], a[1::2])
# run: a = np.arange(20.0) ** 2; shift(a[:10], a[10:])
# run: a = np.arange(20.0) ** 2; shift(a[9::-1], a[:10])
# run: shift(np.ones(2), np.zeros(2))
# run: shift(np.ones(0), np.zeros(0))
# run: shift(np.array([np.nan, 1, -0.0, np.inf, -np.inf, 2]), np.zeros(6))
# raises: ValueError
# run: shift(np.ones(5), np.zeros(7))
# run: shift(np.ones(3), np.zeros(7))
# run: a = np.arange(30.0).reshape(5, 6) ** 1.5; stencil(a, np.zeros((5, 6)))
# run: a = np.arange(30.0).reshape(5, 6) ** 1.5; stencil(a, a)
# run: a = np.arange(30.0).reshape(5, 6) ** 1.5; stencil(a, np.zeros((6, 5)).T)
# run: a = np.asfortranarray(np.arange(30.0).reshape(5, 6)); stencil(a, np.zeros((5, 6)))
# run: a = np.arange(70.0).reshape(7, 10) ** 1.5; stencil(a[::-1, :6], a[:, 4:])
# run: stencil(np.zeros((2, 5)), np.ones((2, 5)))
# run: stencil(np.zeros((0, 3)), np.ones((0, 3)))
# run: a = np.arange(60.0).reshape(6, 10) ** 1.5; jacobi(a, 4)
# run: a = np.arange(60.0).reshape(6, 10) ** 1.5; jacobi(a, 0)
# run: a = np.arange(60.0).reshape(10, 6) ** 1.5; jacobi(a.T, 3)
# run: jacobi(np.ones((1, 1)), 2)
# run: merging(np.arange(7.0), 4)
# run: three(np.arange(7.0), 5)
# run: three(np.arange(1.0), 2)
# run: own(np.arange(10))
# run: own(np.arange(10.0)[::-1])
# run: a = np.arange(40, dtype=np.int16); own(a[::4])
# run: a = np.arange(8.0); masked(a, a[::-1].copy(), a % 3 == 1)
# run: a = np.arange(8.0); masked(a, a[::-1], a % 3 == 1)
# run: a = np.arange(12.0); masked(a[:8], a[4:], np.arange(8) % 3 == 1)
# run: a = np.arange(8.0); out_of(a, a + 1, np.zeros(8))
# run: a = np.arange(8.0); out_of(a, a, a)
# run: a = np.arange(12.0); out_of(a[:8], a[2:10], a[4:])
# run: a = np.arange(24.0).reshape(4, 6); rows(a, np.zeros((4, 6)))
# run: a = np.arange(24.0).reshape(4, 6); rows(a, a)
