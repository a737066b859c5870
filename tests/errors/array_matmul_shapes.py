# Array matmul shapes.
import numpy as np


def f(n: int):
    return np.zeros((2, 3)) @ np.zeros((2, 3))  # error[shape-mismatch]: this call always raises ValueError
