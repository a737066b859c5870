# npc check --numba
# Values of arrays that are others with Numba.
import numpy as np


def overlapping(x: "float64[:]"):
    x[1:] += x[:-1]  # warning[numba-differs]: Numba reads elements here that this statement has changed already
    x[1:] = x[:-1]
    x[:3] += 1.0
    return x


def integers(a: "int32[:]", b: "int32[:]", n: int):
    c = a // b  # warning[numba-differs]: Numba gives 0 for the smallest integer divided by -1
    d = a**b  # warning[numba-differs]: Numba gives 0 if this exponent is negative
    e = a << b  # warning[numba-differs]: Numba shifts by the count modulo 64
    f = np.fmod(a, b)  # warning[numba-differs]: Numba's `fmod` of integers ignores negative divisors
    return c, d, e, f


def floats(x: "float32[:]", y: "float64[:]"):
    a = x.sum()  # warning[numba-differs]: Numba adds float32 elements one after the other
    b = np.sign(y)  # warning[numba-differs]: Numba's `sign` of -0.0 is -0.0
    return a, b, y.sum(), np.sum(y, axis=0)


def stored(u: "uint8[:]", n: int):
    u[:] = n  # warning[numba-differs]: Numba wraps a Python int that does not fit the array's dtype
    u[:] = 3
    first = u[n]  # warning[numba-differs]: Numba does not check indices
    return first, u[1]
