# Stores of values made from the same elements share a loop where that cannot be seen.
import numpy as np


def butterfly(a, b):
    v = np.empty((2, len(a)))
    v[0] = a + b
    v[1] = a - b
    return v


def columns(a, b):
    v = np.zeros((len(a), 3))
    v[:, 0] = a + b
    v[:, 2] = a - b
    return v


def stages(x, roots):
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


def given(a, b, s, d):
    s[:] = a + b
    d[:] = a - b


def over_itself(a, b):
    v = np.empty((2, len(a)))
    v[0] = a + b
    v[1] = v[0] - b
    v[0] = a - b
    return v


def same_row(a, b):
    v = np.empty((2, len(a)))
    v[1] = a + b
    v[1] = a - b
    v[0] = 0.0
    return v


def crossing(a):
    v = a.reshape((2, -1)).copy()
    v[0] = v[0] + v[1]
    v[1] = v[0] - v[1]
    return v


def reversed_rows(a, b):
    v = np.zeros((4, len(a)))
    w = v[::-1]
    w[0, ::-1] = a + b
    w[1] = a - b
    v[1] = a * b
    return v


def caught(a, b, n):
    v = np.zeros((2, len(a)))
    try:
        v[0] = a + b
        v[1] = (a - b)[:n]
    except ValueError:
        v[1] = -1.0
    return v


def seen(a, b, v, n):
    v[0] = a + b
    v[1] = (a - b)[:n]


def swapped(a, b, n):
    p = np.zeros((2, len(a)))
    q = np.ones((2, len(a)))
    for _ in range(n):
        q[0] = p[0] + b
        q[1] = p[0] - a
        p, q = q, p
    return p, q


# run: butterfly(np.arange(9.0), np.arange(9.0)[::-1])
# run: butterfly(np.arange(18.0)[::-2], np.arange(18.0)[::2])
# run: a = np.arange(9.0); butterfly(a, a)
# run: butterfly(np.array([0.0, -0.0, np.inf, -np.inf, np.nan]), np.array([-0.0, -0.0, np.inf, np.inf, 1.0]))
# run: butterfly(np.zeros(0), np.zeros(0))
# raises: ValueError
# run: butterfly(np.zeros(3), np.zeros(2))
# run: columns(np.arange(7.0), np.arange(14.0)[::-2])
# run: columns(np.zeros(0), np.zeros(0))
# run: stages(np.arange(32) * (1 - 0.5j), np.exp(-2j * np.pi * np.arange(16) / 32))
# run: stages(np.arange(64)[::-2] * (1 - 0.5j), (np.arange(32) * (0.25 + 1j))[::2])
# run: x = np.array([0, -0.0, np.inf, -np.inf, np.nan, 1e308, 1, 2]) * 1j; stages(x, x[:4])
# run: x = (np.arange(16) * (1 - 2j)).astype(np.complex64); stages(x, x[::2])
# run: stages(np.ones(1, complex), np.ones(0, complex))
# raises: ValueError
# run: stages(np.ones(6, complex), np.ones(3, complex))
# raises: ValueError
# run: stages(np.ones(8, complex), np.ones(3, complex))
# run: given(np.arange(6.0), np.ones(6), np.zeros(6), np.zeros(6))
# run: m = np.arange(12.0); given(m[:6], m[6:], m[1:7], m[5:11])
# run: m = np.arange(12.0); given(m[:6], m[6:], m[:6], m[6:])
# run: over_itself(np.arange(6.0), np.ones(6))
# run: same_row(np.arange(6.0), np.ones(6))
# run: crossing(np.arange(12.0))
# run: reversed_rows(np.arange(6.0), np.arange(6.0) * 0.5)
# run: caught(np.arange(6.0), np.ones(6), 6)
# run: caught(np.arange(6.0), np.ones(6), 4)
# run: seen(np.arange(6.0), np.ones(6), np.zeros((2, 6)), 6)
# raises: ValueError
# run: seen(np.arange(6.0), np.ones(6), np.zeros((2, 6)), 4)
# run: swapped(np.arange(5.0), np.arange(5.0) * 0.5, 4)
