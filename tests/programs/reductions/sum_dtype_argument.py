# `dtype=` decides in which type sums, products and means are computed.
import numpy as np


def as_float(x):
    return np.sum(x, dtype=np.float64)


def as_int8(x):
    return x.sum(dtype=np.int8)


def as_int32(x):
    return np.sum(x, axis=0, dtype=np.int32)


def product32(x):
    return np.prod(x, dtype=np.int32)


def mean32(x):
    return np.mean(x, dtype=np.float32)


def running(x):
    return np.cumsum(x, dtype=np.float32)


# run: as_float(np.arange(5))
# run: as_float(np.full(1000, 0.1, np.float32))
# run: as_int8(np.array([100, 100]))
# run: as_int32(np.arange(6, dtype=np.int8).reshape(2, 3))
# run: as_int32(np.array([[2**31 - 1], [1]]))
# run: product32(np.array([65536, 65536]))
# run: mean32(np.arange(10))
# run: mean32(np.arange(10.0)[::-1] / 3)
# run: running(np.arange(5))
