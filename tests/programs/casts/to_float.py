# Integers to floats are rounded to nearest, ties to even.
import numpy as np


def to_float64(x):
    return x.astype(np.float64)


def to_float32(x):
    return x.astype(np.float32)


def builtin(x):
    return x.astype(float)


# run: to_float64(np.array([9007199254740993, -9007199254740995, 2**63 - 1]))
# run: to_float64(np.array([2**64 - 1, 2**63 + 1025, 2**53 + 1], np.uint64))
# run: to_float64(np.array([0.1], np.float32))
# run: to_float64(np.array([True, False]))
# run: to_float32(np.array([16777217, 16777219, -16777217]))
# run: to_float32(np.array([2**64 - 1, 2**40 + 1], np.uint64))
# run: to_float32(np.array([9007199791611905, 2**63 - 1]))
# run: to_float32(np.array([0.1, 1e300, -1e-300, 1e-40, 3.4028235677973366e38]))
# run: to_float32(np.array([np.inf, np.nan, -0.0]))
# run: builtin(np.arange(6, dtype=np.int16)[::-2])
