# Products, extremes, positions and truth of complex arrays.
import numpy as np


def product(a):
    return a.prod(), np.prod(a, axis=0), np.cumprod(a)


def extremes(a):
    return a.min(), a.max(), a.argmin(), a.argmax()


def extremes_along(a):
    return a.min(axis=0), a.max(axis=1), a.argmin(axis=0), a.argmax(axis=1), np.ptp(a, axis=0)


def truth(a):
    return a.any(), a.all(), np.any(a, axis=0), np.count_nonzero(a)


def truth_of_one(z):
    if z:
        return 1
    return 0


def python_sum(a):
    s = 0
    for z in a:
        s += z
    return s


# run: product(np.array([1 + 2j, 3, 0.1 - 0.7j, 2j]))
# run: product(np.zeros(0, complex))
# run: product(np.array([[1 + 2j, 3], [0.1 - 0.7j, 2j]], np.complex64)[::-1])
# run: extremes(np.array([1 + 2j, 1 + 1j, 3, 3 - 1j, 0.5j]))
# run: extremes(np.array([1 + 2j, complex(5, np.nan), complex(np.nan, 7), 3]))
# run: extremes(np.array([complex(np.inf, 0), complex(-np.inf, 1), complex(np.inf, np.inf), complex(-np.inf, -np.inf)]))
# run: extremes(np.array([[3, 1j], [2, 5]], np.complex64).T)
# raises: ValueError
# run: extremes(np.zeros(0, complex))
# run: extremes_along(np.array([[1 + 2j, 4, 3j], [1 + 1j, 4 - 1j, 3]]))
# run: extremes_along(np.array([[1 + 2j, complex(np.nan, 1)], [complex(0, np.nan), 4 - 1j]])[:, ::-1])
# run: truth(np.array([0, 1j, 0]))
# run: truth(np.array([[0j, complex(0, np.nan)], [0, 0]]))
# run: truth(np.zeros((0, 2), complex))
# run: truth_of_one(0j)
# run: truth_of_one(complex(-0.0, -0.0))
# run: truth_of_one(1j)
# run: truth_of_one(np.complex64(2))
# run: python_sum(np.array([1j, 2, 3 - 1j]))
# run: python_sum(np.array([1j, 2, 3 - 1j], np.complex64))
