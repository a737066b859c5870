# `np.iinfo` is for integers, `np.finfo` for floats.
import numpy as np


def f(a: "float64[:]"):
    return np.iinfo(a.dtype).max  # error[type-mismatch]: float64 is not an integer type
