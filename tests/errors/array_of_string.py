# Array of string.
import numpy as np


def f(n: int):
    return np.array("abc")  # error[type-mismatch]: an array cannot be made of str
