# dtypes as values: compared, called, asked; iinfo and finfo.
import numpy as np


def same(x):
    return x.dtype == np.float32, x.dtype == "int16", x.dtype != x.dtype.type, x.dtype.itemsize, x.dtype.kind == "f"


def like(x):
    return np.zeros(2, x.dtype), x.dtype.type(3), np.dtype("int8").type(5), np.ones(1, np.dtype(np.uint16))


def by_kind(x):
    if x.dtype == np.float32 or x.dtype == np.float64:
        return x.sum()
    return x[0]


def infos():
    return np.iinfo(np.int16).max, np.iinfo(np.int64).min, np.iinfo("uint8").bits, np.finfo(np.float32).eps, np.finfo(float).max


def info_of(x):
    return np.iinfo(x.dtype).min, np.iinfo(x[0]).max


# run: same(np.zeros(2, np.float32))
# run: same(np.zeros(2, np.int16))
# run: like(np.zeros(2, np.float32))
# run: like(np.zeros(2, np.int64))
# run: by_kind(np.ones(3, np.float32))
# run: by_kind(np.ones(3, np.int8))
# run: infos()
# run: info_of(np.zeros(1, np.uint32))
# run: info_of(np.zeros(1, np.int8))
