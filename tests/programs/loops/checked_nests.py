# A nest that raises does so at the same element as in Python, with everything before it stored; one that does not is not slower for it.
import numpy as np


def product(a, b, out):
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            s = 0.0
            for k in range(a.shape[1]):
                s += a[i, k] * b[k, j]
            out[i, j] = s


def shortest(d):
    n = d.shape[0]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if d[i, k] + d[k, j] < d[i, j]:
                    d[i, j] = d[i, k] + d[k, j]
    return d


def shifted(x, out, by):
    for i in range(len(out)):
        out[i] = x[i + by]


def triangle(a, out):
    for i in range(a.shape[0]):
        for j in range(i):
            out[i, j] = a[j, i] + a[i - j, j]


def far(x, first, last):
    s = 0.0
    for i in range(first, last):
        s += x[i]
    return s


def strided(x, first, last, step):
    for j in range(first, last, step):
        x[j] = j


def corners(m):
    s = 0.0
    for k in range(m.shape[0]):
        for j in range(3):
            s += m[k, 0, j] * m[k, 1, (j + 1) % 3] - m[k, 2, (j + 2) % 3]
    return s


# run: product(np.arange(12.0).reshape(3, 4), np.arange(20.0).reshape(4, 5), np.zeros((3, 5)))
# run: product(np.arange(12.0).reshape(4, 3).T, np.arange(20.0).reshape(5, 4).T, np.zeros((5, 3)).T)
# raises: IndexError
# run: product(np.arange(12.0).reshape(3, 4), np.arange(15.0).reshape(3, 5), np.zeros((3, 5)))
# raises: IndexError
# run: product(np.arange(12.0).reshape(3, 4), np.arange(16.0).reshape(4, 4), np.zeros((3, 5)))
# raises: IndexError
# run: product(np.arange(8.0).reshape(2, 4), np.arange(20.0).reshape(4, 5), np.zeros((3, 5)))
# run: product(np.zeros((0, 4)), np.zeros((4, 5)), np.zeros((0, 5)))
# run: product(np.zeros((3, 0)), np.zeros((0, 5)), np.ones((3, 5)))
# run: a = np.arange(16.0).reshape(4, 4); product(a, a, a)
# run: shortest(np.random.default_rng(1).random((17, 17)))
# raises: IndexError
# run: shortest(np.random.default_rng(1).random((5, 4)))
# run: shortest(np.random.default_rng(1).random((4, 5)))
# run: shifted(np.arange(20.0), np.zeros(15), 5)
# run: shifted(np.arange(20.0), np.zeros(15), 0)
# run: shifted(np.arange(20.0), np.zeros(15), -5)
# run: shifted(np.arange(20.0), np.zeros(15), -15)
# raises: IndexError
# run: shifted(np.arange(20.0), np.zeros(15), 6)
# raises: IndexError
# run: shifted(np.arange(20.0), np.zeros(15), -21)
# raises: IndexError
# run: shifted(np.arange(20.0), np.zeros(15), 2**62)
# raises: IndexError
# run: shifted(np.arange(20.0), np.zeros(15), -2**63)
# run: triangle(np.arange(49.0).reshape(7, 7), np.zeros((7, 7)))
# raises: IndexError
# run: triangle(np.arange(49.0).reshape(7, 7), np.zeros((7, 4)))
# run: far(np.arange(30.0), 3, 30)
# run: far(np.arange(30.0), -30, 30)
# raises: IndexError
# run: far(np.arange(30.0), 3, 31)
# raises: IndexError
# run: far(np.arange(30.0), -31, 5)
# run: far(np.arange(30.0), 2**62, -2**62)
# raises: IndexError
# run: far(np.arange(30.0), 2**62, 2**63 - 1)
# run: strided(np.zeros(50), 0, 50, 7)
# run: strided(np.zeros(50), 49, -1, -7)
# run: strided(np.zeros(50), -50, 50, 9)
# run: strided(np.zeros(50), 10, 10, 3)
# raises: IndexError
# run: strided(np.zeros(50), 3, 60, 8)
# raises: IndexError
# run: strided(np.zeros(50), 3, -60, -8)
# raises: IndexError
# run: strided(np.zeros(50), 3, 2**62, 2**61)
# raises: ValueError
# run: strided(np.zeros(50), 3, 20, 0)
# run: corners(np.arange(45.0).reshape(5, 3, 3))
# raises: IndexError
# run: corners(np.arange(30.0).reshape(5, 2, 3))
# raises: IndexError
# run: corners(np.arange(30.0).reshape(5, 3, 2))
# run: corners(np.zeros((0, 1, 1)))
