"""K3: an expression that is mostly `exp` and `sin`."""
import numpy as np


def gauss_sine(x: "float64[::1]"):
    return np.exp(-x * x) * np.sin(x)
