# `np.minimum` and `np.maximum` give NaN if either is NaN.
import numpy as np


def smaller(x, y):
    return np.minimum(x, y)


def larger(x, y):
    return np.maximum(x, y)


# run: smaller(np.array([1.0, np.nan, 3.0, -np.inf]), np.array([np.nan, 2.0, 2.0, 5.0]))
# run: larger(np.array([1.0, np.nan, 3.0, -np.inf]), np.array([np.nan, 2.0, 2.0, 5.0]))
# run: smaller(np.arange(5), np.arange(5)[::-1])
# run: larger(np.arange(5, dtype=np.int8), np.arange(5, dtype=np.uint8)[::-1])
# run: larger(np.arange(5, dtype=np.uint8), 2)
# run: smaller(np.array([2**63, 5], np.uint64), np.array([7, 9], np.uint64))
# run: larger(np.arange(6.0).reshape(2, 3), np.arange(3.0)[::-1])
# run: smaller(np.array([True, False]), np.array([True, True]))
# run: larger(1, 2.5)
# run: smaller(np.float32(0.1), 0.1)
# run: larger(np.arange(100000.0), 99999.0 - np.arange(100000.0))
