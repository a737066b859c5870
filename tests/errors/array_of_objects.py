# Array of objects.
import numpy as np


def f(n: int):
    return np.array([1, "a"])  # error[type-mismatch]: an array cannot hold str
