# Types that grow with every name are refused before they are built.
from numba import int64

A = tuple[int64, int64, int64, int64, int64, int64, int64, int64]
B = tuple[A, A, A, A, A, A, A, A]
C = tuple[B, B, B, B, B, B, B, B]  # error[too-large]: a tuple with more than 500 members


def f(x: C):
    return x[0][0][0]
