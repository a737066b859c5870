# Numpy module called.
import numpy as np


def f(n: int):
    return np.random(n)  # error[unsupported]: `np.random` is not supported yet
