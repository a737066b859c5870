# Comparisons of complex arrays are by the real parts, then by the imaginary ones; NaN compares false.
import numpy as np


def equal(a, b):
    return a == b, a != b


def ordered(a, b):
    return a < b, a <= b, a > b, a >= b


def extremes(a, b):
    return np.maximum(a, b), np.minimum(a, b), np.fmax(a, b), np.fmin(a, b)


def truth(a):
    return np.logical_not(a), np.logical_and(a, a), a.astype(bool)


def classes(a):
    return np.isnan(a), np.isinf(a), np.isfinite(a), np.isreal(a), np.iscomplex(a)


def where(a):
    return np.where(a.real > 1, a, -1j), np.where(a == 2, 0, a)


def masked(a, m):
    a[m] = 7 - 1j
    return a


def clipped(a):
    return np.clip(a, 1, 2 + 1j)


# run: equal(np.array([1 + 2j, 1, 0, complex(np.nan, 0)]), np.array([1 + 2j, 1 + 1j, -0.0, complex(np.nan, 0)]))
# run: equal(np.array([1 + 2j, 1, 2], np.complex64), 1)
# run: equal(np.array([1, 2, 3]), 2 + 0j)
# run: equal(np.array([0.1], np.complex64), 0.1)
# run: ordered(np.array([1 + 2j, 1, 2, 3j, 1]), np.array([1 + 1j, 1, 1 + 9j, 4j, 1 + 1j]))
# run: ordered(np.array([complex(1, np.nan), complex(np.nan, 1), 1, 2]), np.array([2, 2, complex(2, np.nan), complex(np.nan, 0)]))
# run: ordered(np.array([1 + 2j, 3], np.complex64), 2)
# run: ordered(np.array([1.5, 3]), 2j + 1.5)
# run: extremes(np.array([1 + 2j, 1, 2, 3j]), np.array([1 + 1j, 5, 1 + 9j, 4j]))
# run: extremes(np.array([complex(1, np.nan), 1, complex(np.nan, 2)]), np.array([2, complex(np.nan, 1), complex(1, np.nan)]))
# run: extremes(np.array([1 + 2j, 1], np.complex64), 1 + 1j)
# run: truth(np.array([0, 1, 1j, complex(0, np.nan), -0.0j]))
# run: classes(np.array([0, 1 + 2j, complex(np.nan, 1), complex(1, np.inf), complex(-np.inf, np.nan)]))
# run: classes(np.array([1, np.inf * 1j], np.complex64))
# run: classes(np.array([1.0, np.nan]))
# run: where(np.array([1 + 2j, 2, 3 - 1j]))
# run: where(np.array([[1 + 2j], [2]], np.complex64))
# run: masked(np.array([1 + 2j, 2, 3 - 1j]), np.array([True, False, True]))
# run: clipped(np.array([0.5 + 9j, 1.5, 2 + 0.5j, 2 + 3j, 4]))
