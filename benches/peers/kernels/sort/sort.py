"""A sorted copy."""
import numpy as np


def sort(x: "float64[::1]"):
    return np.sort(x)
