# `astype` between integers keeps the low bits.
import numpy as np


def to_int8(x):
    return x.astype(np.int8)


def to_uint8(x):
    return x.astype(np.uint8)


def to_uint32(x):
    return x.astype("uint32")


def to_int64(x):
    return x.astype(np.int64)


def to_uint64(x):
    return x.astype(np.uint64)


# run: to_int8(np.array([-129, -128, 127, 128, 255, 256, 2**40 + 5]))
# run: to_int8(np.array([200, 100], np.uint8))
# run: to_uint8(np.array([-1, 256, 511]))
# run: to_uint8(np.array([True, False]))
# run: to_uint8(np.arange(300, dtype=np.int16)[::-50])
# run: to_uint32(np.array([-1, 2**32 + 7]))
# run: to_int64(np.array([2**63, 2**64 - 1], np.uint64))
# run: to_int64(np.array([-5, 5], np.int8).reshape(1, 2).T)
# run: to_uint64(np.array([-1, -128], np.int8))
# run: to_int64(np.zeros((0, 2), np.uint8))
