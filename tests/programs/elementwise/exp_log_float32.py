# `np.exp` and `np.log` of float32; NumPy's own are up to 4 ULP off.
# ulp: 4
import numpy as np


def exponential(x):
    return np.exp(x)


def logarithm(x):
    return np.log(x)


# run: exponential(np.arange(-8, 8, dtype=np.float32) / 3)
# run: exponential(np.array([0, 88.5, 89, -87, -100, np.inf, -np.inf, np.nan], np.float32))
# run: exponential(np.float32(1))
# run: logarithm(np.arange(1, 20, dtype=np.float32)[::-2] / 7)
# run: logarithm(np.array([0, -1, 1, np.inf, np.nan], np.float32))
# run: logarithm(np.float32(10))
# run: exponential(np.arange(3, dtype=np.int16))
