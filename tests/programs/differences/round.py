# Rounding to decimals, of floats and of integers.
import numpy as np


def decimals(x):
    return np.round(x), np.round(x, 1), np.round(x, -1), x.round(2), np.around(x, 3)


def by_number(x, n):
    return np.round(x, n)


# run: decimals(np.array([0.25, 0.35, 2.675, -1.005, 15.0, 25.0, np.nan, np.inf]))
# run: decimals(np.array([0.25, 0.35, 2.675, 125.5], dtype=np.float32)[::-1])
# run: decimals(np.array([15, 25, -35, 4]))
# run: decimals(np.float64(2.345))
# run: by_number(np.array([123.456, -0.5]), 2)
# run: by_number(np.array([123.456, -0.5]), -2)
