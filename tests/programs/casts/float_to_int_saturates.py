# Floats out of range, where NumPy's answer is the platform's: ours saturates, and NaN gives 0.
import numpy as np


def to_int32(x):
    return x.astype(np.int32)


def to_uint8(x):
    return x.astype(np.uint8)


def to_int64(x):
    return x.astype(np.int64)


def to_uint64(x):
    return x.astype(np.uint64)


# differs: float to int saturates
# expect: np.array([2147483647, 0, -2147483648, 2147483647, -2147483648], np.int32)
# run: to_int32(np.array([1e10, np.nan, -1e10, np.inf, -np.inf]))
# differs: float to int saturates
# expect: np.array([0, 255, 255, 0], np.uint8)
# run: to_uint8(np.array([-1.5, 300.7, np.inf, np.nan]))
# differs: float to int saturates
# expect: np.array([9223372036854775807, -9223372036854775808, 0])
# run: to_int64(np.array([1e19, -1e19, np.nan]))
# differs: float to int saturates
# expect: np.array([18446744073709551615, 0, 9223372036854775808], np.uint64)
# run: to_uint64(np.array([1e20, -1.0, 9223372036854775808.0]))
