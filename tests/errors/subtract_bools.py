# NumPy refuses to subtract bool arrays.
from numba import boolean


def f(x: boolean[:], y: boolean[:]):
    return x - y  # error[type-mismatch]: `-` … `^`
