# Call an array.
import numpy as np


def f(n: int):
    a = np.zeros(n)
    return a(0)  # error[type-mismatch]: 'float64[::1]' object is not callable
