# Array too many dimensions.
import numpy as np


def f(n: int):
    a = np.zeros((n, n))
    return a[0, 0, 0]  # error[raises-always]: too many indices for array: array is 2-dimensional, but 3 were indexed
