# A name that NumPy 2 took away: NumPy has no such name.
import numpy as np


def f(n: int):
    return np.float_(n)  # error[no-such-function]: `np.float_`
