# `logical_and`, `logical_or`, `logical_not` and `logical_xor` treat numbers as truth values.
import numpy as np


def logic(x, y):
    return np.logical_and(x, y), np.logical_or(x, y), np.logical_xor(x, y), np.logical_not(x)


# run: logic(np.array([True, True, False, False]), np.array([True, False, True, False]))
# run: logic(np.arange(4), np.array([0, 1, 0, 2]))
# run: logic(np.array([0.0, -0.0, np.nan, 0.5]), 1)
# run: logic(np.arange(3)[:, None], np.arange(2))
