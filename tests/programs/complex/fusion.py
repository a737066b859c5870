# Element-wise expressions of complex and real arrays together, broadcast, masked, in all layouts.
import numpy as np


def mixed(z, x):
    return (z * x + 1j) * (x - z) + z.real * 2


def broadcast(z, w):
    return z[:, None] - w * z[None, ::-1]


def in_f(z):
    return z * 2 + 1j, (z * z).sum(), (z + 1).T


def masked(z):
    z[z.real > z.imag] = 0
    z[:, 1:] -= z[:, :-1]
    return z


def norm(z):
    return np.sqrt((z.real**2 + z.imag**2).sum())


def many(a, b, c, d):
    return a * b + c * d - (a - b) * (c - d)


# run: mixed(np.array([1 + 2j, 3, 4j]), np.array([2.0, 0.5, -1]))
# run: mixed(np.array([1 + 2j, 3, 4j], np.complex64), np.array([2, 5, -1], np.int16))
# run: mixed(np.array([[1 + 2j, 3, 4j]]).T, np.array([2.0, 0.5]))
# run: mixed(np.zeros((0, 2), complex), np.ones(2))
# run: mixed(np.array(2j), np.array(3.0))
# run: broadcast(np.array([1 + 2j, 3, 4j]), 2)
# run: broadcast(np.array([1 + 2j, 3, 4j], np.complex64), np.array([[1], [2], [3]], np.int8))
# run: in_f(np.asfortranarray(np.array([[1 + 2j, 3, 4j], [5, 6j, 7]])))
# run: in_f(np.array([[1 + 2j, 3, 4j], [5, 6j, 7]], np.complex64)[::-1, ::-2])
# run: masked(np.array([[1 + 2j, 3, 4j], [5, 6j, 7]]))
# run: masked(np.asfortranarray(np.array([[1 + 2j, 3, 4j], [5, 6j, 7]], np.complex64)))
# run: norm(np.array([3 + 4j, 12]))
# run: a = np.arange(6) + 0.5j; many(a, a[::-1], a * 1j, a.real)
