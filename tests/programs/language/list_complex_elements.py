# Lists of complex numbers and of NumPy scalars.
import numpy as np


def roots(n):
    zs = []
    z = 1 + 0j
    for i in range(n):
        zs.append(z)
        z *= 1j
    return zs, sum(zs)


def strong(n):
    xs = [np.float32(0.1)]
    for i in range(n):
        xs.append(xs[-1] * np.float32(2))
    return xs, xs[-1] + xs[0]


def small(n):
    xs = [np.int8(100)]
    xs.append(xs[0] + np.int8(n))
    return xs


# run: roots(4)
# run: strong(3)
# run: small(27)
# run: small(28)
