# Arithmetic of complex arrays: with arrays, NumPy's scalars and Python's numbers of all kinds.
import numpy as np


def add(a, b):
    return a + b


def subtract(a, b):
    return a - b


def multiply(a, b):
    return a * b


def divide(a, b):
    return a / b


def negate(a):
    return -a, +a


def chained(a, b, c):
    return (a + b * 2j) * c - a / (b + 3)


def in_place(a, b):
    a += b
    a *= 2j
    a -= 1
    a /= b


# run: add(np.array([1 + 2j, -0.0 + 0.5j, np.inf - 1j]), np.array([0.25 - 3j, 2, 1j]))
# run: add(np.array([1 + 2j, 3], np.complex64), 2)
# run: add(np.array([1 + 2j, 3], np.complex64), 2.5)
# run: add(np.array([1 + 2j, 3], np.complex64), 2.5 - 1j)
# run: add(np.array([1 + 2j, 3], np.complex64), np.float64(2.5))
# run: add(np.array([1 + 2j, 3], np.complex64), np.array([1, 2], np.int16))
# run: add(np.array([1 + 2j, 3], np.complex64), np.array([1, 2], np.int32))
# run: add(np.array([1.5, 3], np.float32), 1j)
# run: add(np.array([1, 3], np.int8), 1j)
# run: add(np.array([True, False]), 2 + 1j)
# run: add(np.arange(6.0).reshape(2, 3)[:, ::-1], np.array([1j, 2, 3 - 1j]))
# run: add(np.zeros((0, 3), complex), 1)
# run: add(np.array(1 + 1j), np.array(2.0))
# run: subtract(np.array([1 + 2j, 0.0 - 0.0j, np.nan + 1j]), np.array([1j, 0, 2]))
# run: subtract(1, np.array([1 + 2j, 3], np.complex64)[::-1])
# run: multiply(np.array([1 + 2j, -0.5 + 0.25j, 1e200 + 1e200j]), np.array([3 - 1j, 2j, 1e200]))
# run: multiply(np.array([np.inf + 1j, complex(np.nan, 0), complex(-0.0, 0.0)]), np.array([1 + 1j, 2, 1j]))
# run: multiply(np.array([0.1 + 0.7j, 1 / 3 + 0.2j], np.complex64), np.array([0.3 - 0.1j, 7j], np.complex64))
# run: multiply(np.linspace(0, 1, 50) + 0.3j, np.linspace(2, -1, 50) * 1j - 0.7)
# run: divide(np.array([1 + 2j, 3 - 1j, 0.1 + 0.2j, 1]), np.array([3 - 4j, 2j, 1e-3 + 7j, 0.1 + 0.3j]))
# run: divide(np.array([1 + 2j, 0, 1e-300, np.inf]), np.array([0j, 0j, 1e-300 + 1e-310j, 1 + 1j]))
# run: divide(np.array([0.1 + 0.7j, 1 / 3 + 0.2j], np.complex64), np.array([0.3 - 0.1j, 7j], np.complex64))
# run: divide(1, np.array([1 + 2j, 3, 0]))
# run: divide(np.array([1, 2, 3]), 2j)
# run: divide(np.array([[1 + 1j, 2], [3, 4j]])[::-1, ::-1], np.array([2, 0.5j]))
# run: negate(np.array([0j, 1 - 0.0j, -2 + 3j, complex(np.nan, -np.inf)]))
# run: negate(np.array([1 + 2j], np.complex64))
# run: a = np.array([1 + 2j, 3 - 1j, 4]); chained(a, a[::-1], 0.5j)
# run: chained(np.array([[1 + 2j], [3]], np.complex64), np.array([1.0, 2], np.float32), 2)
# run: in_place(np.array([1 + 2j, 3 - 1j, 4, 5j])[::-2], np.array([2, 1j]))
# run: in_place(np.array([1 + 2j, 3 - 1j], np.complex64), 2)
# run: a = np.arange(5) * (1 + 1j); in_place(a[1:], a[:-1] + 1)
