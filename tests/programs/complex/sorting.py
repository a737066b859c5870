# Sorting and searching complex arrays: by the real parts, then by the imaginary ones, NaN last.
import numpy as np


def ordered(a):
    return np.sort(a), np.argsort(a)


def different(a):
    return np.unique(a)


def joined(a, b):
    return np.concatenate([a, b]), np.stack([a, b]), np.isin(a, b)


def indexed(a, i, m):
    b = a[i]
    a[m] = -1
    a[i] += 1j
    return b, a


def nonzero(a):
    return np.nonzero(a)[0], np.flatnonzero(a), a[a != 0]


# run: ordered(np.array([1 + 2j, 1 + 1j, 3, 0.5j, -2]))
# run: ordered(np.array([complex(1, np.nan), 2, complex(np.nan, 1), complex(np.nan, np.nan), complex(0, np.nan), 1]))
# run: ordered(np.array([3, 1j, 2, 5], np.complex64)[::-1])
# run: different(np.array([1j, 2, 1j, 0, 2]))
# run: joined(np.array([1j, 2]), np.array([2, 3 + 0j]))
# run: joined(np.array([1j, 2], np.complex64), np.array([2, 3.0]))
# run: indexed(np.array([1j, 2, 3, 4j]), np.array([3, 0, -2]), np.array([True, False, True, False]))
# run: nonzero(np.array([0, 1j, 0, 2]))
