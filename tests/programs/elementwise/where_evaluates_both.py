# `np.where` evaluates both sides; a division by zero on the unused side is no error.
import numpy as np


def safe_divide(x, y):
    return np.where(y != 0, x / y, 0.0)


def safe_root(x):
    return np.where(x >= 0, np.sqrt(x), -1.0)


def safe_int_divide(x, y):
    return np.where(y != 0, x // y, -1)


# run: safe_divide(np.arange(4.0), np.array([1.0, 0.0, 2.0, 0.0]))
# run: safe_root(np.array([4.0, -4.0, 2.0]))
# run: safe_int_divide(np.arange(4) * 10, np.array([1, 0, -3, 0]))
