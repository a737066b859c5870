# Stores convert to the array's dtype: arrays and NumPy scalars as `astype`, Python's own numbers are checked.
import numpy as np


def scalar(x, i, v):
    x[i] = v
    return x


def literal(x, i):
    x[i] = 200
    return x


def from_float(x, i, v):
    x[i] = v
    return x


def to_bool(x, i, v):
    x[i] = v
    return x


def to_complex(x, i, v):
    x[i] = v
    return x


# run: scalar(np.zeros(3, np.int8), np.array([0, 2]), 100)
# raises: OverflowError
# run: scalar(np.zeros(3, np.int8), np.array([0, 2]), 200)
# run: literal(np.zeros(3, np.uint8), np.array([0, 2]))
# run: scalar(np.zeros(3, np.int8), np.array([0, 2]), np.int64(200))
# run: scalar(np.zeros(3, np.int8), np.array([0, 2]), 2.9)
# run: from_float(np.zeros(3, np.int16), np.array([0, 2]), np.array([1.9, -1.9]))
# run: from_float(np.zeros(3, np.float32), np.array([True, False, True]), np.array([0.1, 1e-60]))
# run: to_bool(np.zeros(3, bool), np.array([0, 2]), np.array([0.5, 0.0]))
# run: to_bool(np.ones(3, bool), np.array([0, 2]), 0)
# run: to_complex(np.zeros(3, np.complex128), np.array([0, 2]), np.array([0.5, 2.0]))
