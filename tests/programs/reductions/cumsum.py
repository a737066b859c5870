# Running sums, flat or along an axis, with the dtypes of `sum`.
import numpy as np


def running(x):
    return np.cumsum(x)


def down(x):
    return np.cumsum(x, axis=0)


def across(x):
    return x.cumsum(axis=1)


# run: running(np.array([100, 100, 100], np.int8))
# run: running(np.array([200, 100], np.uint8))
# run: running(np.array([True, True, False, True]))
# run: running(np.array([0.1, 0.2, 0.3, np.nan, 1.0]))
# run: running(np.arange(6).reshape(2, 3).T)
# run: running(np.arange(7, dtype=np.float32)[::-2] / 3)
# run: running(np.zeros(0))
# run: down(np.arange(6).reshape(2, 3))
# run: down(np.arange(6.0).reshape(3, 2).T / 7)
# run: across(np.arange(6, dtype=np.int16).reshape(2, 3))
# run: across(np.arange(24.0).reshape(4, 6)[::-1, ::2] / 7)
