"""Running sums, by the function."""
import numpy as np


def cumsum(x: "float64[::1]"):
    return np.cumsum(x)
