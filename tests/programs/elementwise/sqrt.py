# `np.sqrt` is exact, and NaN below zero.
import numpy as np


def roots(x):
    return np.sqrt(x)


def norm(x, y):
    return np.sqrt(x * x + y * y)


# run: roots(np.arange(10.0))
# run: roots(np.arange(10, dtype=np.float32)[::-3])
# run: roots(np.arange(6).reshape(2, 3).T)
# run: roots(np.array([-1.0, -0.0, np.inf, np.nan, 5e-324]))
# run: roots(2)
# run: roots(-1.0)
# run: roots(np.float32(2))
# run: roots(np.array(2.0))
# run: norm(np.arange(4.0), 3)
# run: norm(np.arange(100000.0), np.arange(100000.0)[::-1])
