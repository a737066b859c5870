# Array axis missing.
import numpy as np


def f(n: int):
    return np.zeros((n, n)).sum(axis=2)  # error[raises-always]: axis 2 is out of bounds for array of dimension 2
