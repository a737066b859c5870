import numpy as np


def np_sum(x: "int32[:]") -> "int64":
    """The sum. */ int broken; /* ??/
    It ends with a backslash \\
    """
    return np.sum(x)


def scale(x: "float64[:]", s: float = 2.0):
    """Each element times `s`."""
    return x * s


def bump(x: "float32[:, ::1]"):
    x += 1


def corner(x: "float64[:, :]", i: int, j: int):
    return x[i, j]


def columns(x: "float64[::1, :]"):
    return x.sum(axis=0)


def flip(b: bool):
    return not b


def next_byte(a: "uint8") -> "uint8":
    return a


def halves(n: int):
    return np.arange(n), n / 2, n > 3


def move(point: "Tuple((int32, float64))") -> "float64":
    return point[0] + point[1]


def rotated(z: complex, angle: "complex64") -> complex:
    return z * angle


def single(z: "complex64"):
    return z + 1


def spun(x: "complex128[:]", z: complex):
    return x * z, z.conjugate(), x.sum()


def both(x: "float64[:]"):
    return x + 1, x * 2
