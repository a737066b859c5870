# `astype` from floats to integers truncates.
import numpy as np


def to_int32(x):
    return x.astype(np.int32)


def to_int64(x):
    return x.astype(int)


def to_uint8(x):
    return x.astype(np.uint8)


def to_int16(x):
    return x.astype(np.int16)


# run: to_int32(np.array([1.9, -1.9, 0.5, -0.0, 2147483647.0, -2147483648.9]))
# run: to_int32(np.arange(-6, 6, dtype=np.float32)[::-2] / 4)
# run: to_int64(np.array([1e18, -9223372036854775808.0, 4503599627370497.5]))
# run: to_uint8(np.array([0.9, 255.9, 100.5]))
# run: to_int16(np.array([[1.5, -32768.5], [32767.9, 0.0]]).T)
# run: to_int64(np.zeros(0))
# run: to_int32(np.array(7.9))
