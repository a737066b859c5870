# Floating point errors do not raise.
import numpy as np


def f(a: "float64[:]"):
    with np.errstate(divide="raise"):  # error[unsupported]: `np.errstate` that makes floating point errors raise
        return 1 / a
