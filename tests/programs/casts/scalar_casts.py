# `int`, `float`, `bool` and NumPy's types applied to NumPy scalars.
import numpy as np


def to_int(x):
    return int(x)


def to_float(x):
    return float(x)


def to_bool(x):
    return bool(x)


def to_float32(x):
    return np.float32(x)


def to_int32(x):
    return np.int32(x)


# run: to_int(np.float64(-2.9))
# run: to_int(np.uint8(200))
# run: to_int(np.uint64(2**62))
# run: to_int(np.bool_(True))
# raises: ValueError: cannot convert float NaN to integer
# run: to_int(np.float32(np.nan))
# run: to_float(np.float32(0.1))
# run: to_float(np.uint64(2**64 - 1))
# run: to_bool(np.int8(0))
# run: to_float32(np.float64(0.1))
# run: to_float32(np.int64(16777217))
# run: to_int32(np.int64(2**32 + 5))
# run: to_int32(np.float64(-7.9))
