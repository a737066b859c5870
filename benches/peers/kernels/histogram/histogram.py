"""Counts in a hundred equal bins."""
import numpy as np


def histogram(x: "float64[::1]"):
    counts, edges = np.histogram(x, 100, (0.0, 1.0))
    return counts
