# An array has no such method, but one of a similar name.
from numba import float64


def f(a: float64[:]):
    return a.summ()  # error[unknown-attribute]: `summ` … `.sum`
