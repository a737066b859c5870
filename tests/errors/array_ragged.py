# Array ragged.
import numpy as np


def f(n: int):
    return np.array([[1, 2], [3]])  # error[type-mismatch]: setting an array element with a sequence
