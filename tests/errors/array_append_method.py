# Array append method.
import numpy as np


def f(n: int):
    a = np.zeros(n)
    a.append(1.0)  # error[unknown-attribute]: `numpy.ndarray` has no attribute `append`
    return a
