# Array of dict.
import numpy as np


def f(n: int):
    return np.array({1: 2})  # error[type-mismatch]: an array cannot be made of dict[int, int]
