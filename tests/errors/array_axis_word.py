# Array axis word.
import numpy as np


def f(n: int):
    return np.zeros((n, n)).sum(axis="rows")  # error[type-mismatch]: axis must be a number, not str
