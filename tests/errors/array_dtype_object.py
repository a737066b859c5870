# Array dtype object.
import numpy as np


def f(n: int):
    return np.zeros(n, dtype=object)  # error[not-static]: a dtype must be known at compile time, not function
