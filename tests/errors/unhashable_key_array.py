# Unhashable key array.
import numpy as np


def f(n: int):
    d = {}
    d[np.zeros(3)] = n  # error[type-mismatch]: unhashable type: 'numpy.ndarray'
    return len(d)
