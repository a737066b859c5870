# Binary functions of mixed dtypes and of Python scalars.
# ulp: 2
import numpy as np


def angle(y, x):
    return np.arctan2(y, x)


def roots(x):
    return np.sqrt(x)


def power(x, y):
    return x**y


# run: angle(np.arange(3, dtype=np.float32), np.float64(2))
# run: angle(np.arange(3, dtype=np.int16), np.ones(3, np.int16))
# run: angle(1, np.arange(3))
# run: roots(np.arange(3, dtype=np.uint16))
# run: power(np.arange(3, dtype=np.float32), 2)
# run: power(np.arange(3, dtype=np.float32), np.float64(2))
# run: power(2.0, np.arange(3))
# run: power(2, np.arange(3.0))
