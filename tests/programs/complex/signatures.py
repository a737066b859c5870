# Types of complex arguments, as annotations and decorators write them.
import numpy as np
from numba import complex128, float64, njit


@njit(complex128(complex128, float64))
def scale(z, x):
    return z * x


@njit("c16[:](c16[:], c8)")
def shift(a, z):
    return a + z


@njit("float32(complex64[:, :])")
def norm(a):
    return np.abs(a).sum()


def python(z: complex, n: int) -> complex:
    return z**n


def numpy(z: np.complex64) -> np.complex64:
    return z + 1


def strings(a: "complex128[:]", b: "complex64[::1]") -> "complex128[:]":
    return a * b


def defaults(x: float, z: complex = 1 - 2j, w: complex = 3) -> complex:
    return x * z + w


def pair(z: "complex128") -> "Tuple((float64, complex128))":
    return z.real, z


# run: scale(np.complex128(1 + 2j), np.float64(0.5))
# run: shift(np.array([1j, 2]), np.complex64(1 - 1j))
# run: norm(np.array([[3 + 4j, 1]], np.complex64))
# run: python(1 + 2j, 3)
# run: numpy(np.complex64(2j))
# run: strings(np.array([1j, 2]), np.array([3j, 4], np.complex64))
# run: defaults(2.0)
# run: defaults(2.0, 1j)
# run: defaults(2.0, 1j, 1 + 1j)
# run: pair(np.complex128(1 + 2j))
