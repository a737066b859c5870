# Products of complex vectors and matrices.
# rtol: 1e-15
import numpy as np


def dot(a, b):
    return np.dot(a, b)


def matmul(a, b):
    return a @ b


def vdot(a, b):
    return np.vdot(a, b)


def outer(a, b):
    return a[:, None] * b


# run: dot(np.array([1 + 2j, 3]), np.array([2j, 1 - 1j]))
# run: dot(np.array([1 + 2j, 3], np.complex64), np.array([2.0, 1], np.float32))
# run: dot(np.array([[1 + 2j, 3], [0, 1j]]), np.array([2j, 1 - 1j]))
# run: dot(np.zeros(0, complex), np.zeros(0, complex))
# run: matmul(np.array([[1 + 2j, 3], [0, 1j]]), np.array([[1, 2j], [3, 4]]))
# run: matmul(np.array([[1.0, 3], [0, 1]]), np.array([[1, 2j], [3, 4]])[::-1].T)
# raises: ValueError
# run: matmul(np.array([[1 + 2j, 3], [0, 1j]]), np.array([1, 2j, 3]))
# run: vdot(np.array([1 + 2j, 3]), np.array([2j, 1 - 1j]))
# run: vdot(np.array([[1 + 2j, 3], [4j, 5]]), np.array([[2j, 1 - 1j], [0, 1]]))
# run: vdot(np.array([1, 3]), np.array([2j, 1 - 1j]))
# run: outer(np.array([1 + 2j, 3]), np.array([2j, 1 - 1j, 5]))
