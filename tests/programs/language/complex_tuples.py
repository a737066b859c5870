# Complex numbers in tuples: arguments, results, members, unpacking.
import numpy as np


def members(p):
    return p[0] * p[1], p


def unpacked(p, q):
    a, b = p
    (c, d), e = q
    return a * c + b * d + e


def made(z):
    return (z, (z.real, z.imag), (z * 2,)), z


def array_and_number(a, z):
    return a * z, z, a.sum()


# run: members((1j, 2 + 1j))
# run: members((1j, 2))
# run: unpacked((1j, 2), ((1 - 1j, 0.5), True))
# run: made(1 + 2j)
# run: made(np.complex64(1 + 2j))
# run: array_and_number(np.array([1j, 2]), 3j)
# run: array_and_number(np.array([1j, 2], np.complex64), np.complex64(3j))
