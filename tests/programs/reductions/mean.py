# Means are floats; float32 stays float32; the mean of nothing is NaN.
import numpy as np


def mean(x):
    return np.mean(x)


def columns(x):
    return x.mean(axis=0)


def rows(x):
    return np.mean(x, axis=1)


# run: mean(np.array([1, 2], np.int8))
# run: mean(np.array([1.5, 2.5, 4.0]))
# run: mean(np.array([1, 2, 4], np.float32))
# run: mean(np.array([True, False, True]))
# run: mean(np.array([2**62, 2**62, 2**62]))
# run: mean(np.array([2**63, 2**63], np.uint64))
# run: mean(np.zeros(0))
# run: mean(np.array(3))
# run: columns(np.arange(12).reshape(3, 4))
# run: columns(np.arange(12, dtype=np.float32).reshape(4, 3).T / 7)
# run: columns(np.zeros((0, 2)))
# run: rows(np.arange(12.0).reshape(3, 4)[::-1, ::3])
