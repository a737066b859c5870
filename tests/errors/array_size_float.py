# Array size float.
import numpy as np


def f(x: float):
    return np.zeros(x)  # error[type-mismatch]: a shape must be an integer
