# Sizes that are negative.
import numpy as np


def zeros(n):
    return np.zeros(n)


def ones(n, m):
    return np.ones((n, m))


def points(n):
    return np.linspace(0, 1, n)


# raises: ValueError: negative dimensions are not allowed
# run: zeros(-1)
# raises: ValueError: negative dimensions are not allowed
# run: ones(2, -3)
# raises: ValueError: Number of samples, -1, must be non-negative.
# run: points(-1)
# run: zeros(0)
# run: ones(0, 3)
# run: points(0)
