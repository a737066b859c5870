# npc check --numba
# Dtypes that are others with Numba.
import numpy as np


def arrays(a: "uint8[:]", f: "float32[:]"):
    b = a + 1  # warning[numba-differs]: Numba widens this array to int64
    c = f * 3.0  # warning[numba-differs]: Numba computes this in float64
    return b, c, a + np.uint8(1), f * f


def divided(i8: "int8[:]", i32: "int32[:]", f: "float32[:]"):
    a = i8 / i8  # warning[numba-differs]: Numba divides these arrays in float32
    b = i32 / f  # warning[numba-differs]: Numba divides these arrays in float32
    return a, b, i32 / i32


def scalars(a: np.int8, b: np.int8, x: np.float32):
    c = a + b  # warning[numba-differs]: Numba computes this in int64
    y = x * 2  # warning[numba-differs]: Numba computes this in float64
    return c, y, x * x
