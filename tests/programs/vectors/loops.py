# Loops that users write: accumulators, conditional stores, bounds that fail half way, arrays that overlap.
import numpy as np


def dot(x, y):
    s = x[0] * 0
    for i in range(len(x)):
        s += x[i] * y[i]
    return s


def scale(x, out):
    for i in range(len(x)):
        out[i] = x[i] * 2 + 1


def shifted(x, out):
    for i in range(1, len(x) - 1):
        out[i] = x[i - 1] + x[i] + x[i + 1]


def positive(x, out):
    for i in range(len(x)):
        if x[i] > 0:
            out[i] = x[i]


def count(x, limit):
    n = 0
    for i in range(len(x)):
        if x[i] > limit:
            n += 1
    return n


def total_above(x, limit):
    n = x[0] * 0
    for i in range(len(x)):
        if x[i] > limit:
            n += x[i]
    return n


def numbered(n):
    out = np.empty(n)
    for i in range(n):
        out[i] = i * 0.5
    return out


def two_results(x, a, b):
    for i in range(len(x)):
        a[i] = x[i] + 1
        b[i] = x[i] * x[i]


def matrix_rows(m, out):
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            out[i, j] = m[i, j] * (i + 1)


def xor_all(x):
    r = x[0]
    for i in range(1, len(x)):
        r ^= x[i]
    return r


def backwards(x, out):
    n = len(x)
    for i in range(n):
        out[n - 1 - i] = x[i]


# run: a = np.arange(100); dot(a, a[::-1])
# run: a = np.arange(100, dtype=np.uint8); dot(a, a)
# run: a = np.arange(100, dtype=np.int16); dot(a, a)
# run: a = np.arange(100, dtype=np.float64) / 7; dot(a, a)
# run: scale(np.arange(50.0), np.zeros(50))
# run: scale(np.arange(100.0)[::2], np.zeros(50))
# run: scale(np.arange(50.0), np.zeros(100)[::-2])
# raises: IndexError
# run: scale(np.arange(50.0), np.zeros(37))
# raises: IndexError
# run: scale(np.arange(50, dtype=np.uint8), np.zeros(49, np.uint8))
# run: a = np.arange(50.0); scale(a, a)
# run: a = np.arange(50.0); scale(a[1:], a[:-1])
# run: a = np.arange(50.0); scale(a[:-1], a[1:])
# run: a = np.arange(60, dtype=np.int32); scale(a[:-7], a[7:])
# run: shifted(np.arange(40.0), np.zeros(40))
# run: a = np.arange(40.0); shifted(a, a)
# run: shifted(np.zeros(0), np.zeros(0))
# run: shifted(np.zeros(1), np.zeros(0))
# run: positive(np.arange(50) - 25, np.full(50, 9))
# run: positive(np.arange(50.0) - 25, np.full(50, 9.0))
# run: a = np.arange(50.0) - 25; positive(a, a[::-1])
# run: count(np.random.default_rng(1).normal(size=1000), 0.5)
# run: count(np.random.default_rng(1).integers(0, 100, 1000).astype(np.uint8), 50)
# run: total_above(np.random.default_rng(1).integers(0, 100, 1000).astype(np.int16), 50)
# run: total_above(np.random.default_rng(1).normal(size=1000), 0.5)
# run: numbered(0)
# run: numbered(37)
# run: two_results(np.arange(40.0), np.zeros(40), np.zeros(40))
# run: a = np.arange(40.0); two_results(np.ones(40), a, a)
# run: a = np.arange(80.0); two_results(a[:40], a[3:43], a[40:])
# run: matrix_rows(np.arange(150.0).reshape(10, 15), np.zeros((10, 15)))
# run: matrix_rows(np.arange(150.0).reshape(15, 10).T, np.zeros((10, 15)))
# run: matrix_rows(np.arange(150.0).reshape(10, 15), np.zeros((15, 10)).T)
# run: xor_all(np.random.default_rng(2).integers(0, 2**63 - 1, 99))
# run: backwards(np.arange(40.0), np.zeros(40))
