# Numpy misspelt.
import numpy as np


def f(n: int):
    return np.zeroes(n)  # error[no-such-function]: NumPy has no `np.zeroes`
