# Array index string.
import numpy as np


def f(n: int):
    return np.zeros(n)["a"]  # error[type-mismatch]: str is not a valid index of an array
