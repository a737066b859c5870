# A NumPy function without its argument.
import numpy as np


def f(n: int):
    return np.zeros()  # error[wrong-arguments]: `shape`
