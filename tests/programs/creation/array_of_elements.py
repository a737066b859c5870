# `np.array` of NumPy scalars takes their common dtype.
import numpy as np


def corners(x):
    return np.array([x[0, 0], x[0, -1], x[-1, 0], x[-1, -1]])


def pair(x, y):
    return np.array([x, y])


# run: corners(np.arange(12, dtype=np.int16).reshape(3, 4))
# run: corners(np.arange(12.0).reshape(4, 3).T)
# run: pair(np.int8(1), np.int16(300))
# run: pair(np.float32(0.5), np.int32(1))
# run: pair(np.uint64(1), np.int64(-1))
