# Powers of complex arrays and scalars: whole exponents by multiplications, others by magnitude and angle.
# rtol: 1e-14
import numpy as np


def power(a, b):
    return a**b


def square(a):
    return np.square(a), a**2


def cube(a):
    return a**3


def root(a):
    return a**0.5, a**-1, a**1, a**0


def np_power(a, b):
    return np.power(a, b)


# run: power(np.array([1 + 2j, -0.5j, 3, 0]), 2)
# run: power(np.array([1 + 2j, -0.5j, 3, 0]), 7)
# run: power(np.array([1 + 2j, -0.5j, 3]), -3)
# run: power(np.array([1.01 + 0.02j, 0.99j]), 99)
# run: power(np.array([1.01 + 0.02j, 0.99j]), 100)
# run: power(np.array([1.01 + 0.02j, 0.99j]), -120)
# run: power(np.array([1 + 2j, 3, -2, 0.5j]), 0.3)
# run: power(np.array([1 + 2j, 3, -2, 0.5j]), 1.5 - 0.5j)
# run: power(np.array([0j, 0j, 0j, 0j, 0j, 0j]), np.array([0, 2, 1 + 1j, -1, 1j, 0.5]))
# run: power(np.array([1 + 2j, 3, -2, 0.5j])[::-1], np.array([1, 2, 3, 0.25 + 1j]))
# run: power(2, np.array([1 + 2j, 3, -2, 0.5j]))
# run: power(np.complex128(1 + 2j), np.int64(3))
# run: power(np.complex128(1 + 2j), 0.5)
# run: power(np.complex128(0), -1)
# run: square(np.array([1 + 2j, -0.3 + 0.7j, np.inf]))
# run: square(np.complex128(0.3 - 0.7j))
# run: cube(np.array([[1 + 2j, -0.3 + 0.7j]]).T)
# run: root(np.array([1 + 2j, -0.3 + 0.7j, -4, 2j]))
# run: np_power(np.array([1 + 2j, 2]), np.array([2, 1j]))
# run: np_power(np.array([1.0, 2]), 1j)
