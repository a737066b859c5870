# Array dtype string.
import numpy as np


def f(n: int):
    return np.zeros(n, dtype="flaot64")  # error[unsupported]: data type 'flaot64' is not supported
