# The operators by their function names.
import numpy as np


def arithmetic(x, y):
    return np.add(x, y), np.subtract(x, y), np.multiply(x, y), np.divide(x, y), np.true_divide(x, y), np.negative(x)


def relations(x, y):
    return np.less(x, y), np.less_equal(x, y), np.greater(x, y), np.greater_equal(x, y), np.equal(x, y), np.not_equal(x, y)


def bits(x, y):
    return np.bitwise_and(x, y), np.bitwise_or(x, y), np.bitwise_xor(x, y), np.invert(x), np.left_shift(x, y), np.right_shift(x, y)


# run: arithmetic(np.arange(4), 3)
# run: arithmetic(np.arange(4.0)[::-1], np.arange(4, dtype=np.float32))
# run: arithmetic(5, 2.5)
# run: relations(np.arange(4), 2)
# run: relations(np.array([1.0, np.nan]), np.array([np.nan, 1.0]))
# run: bits(np.arange(8), 3)
# run: bits(np.arange(8, dtype=np.uint8)[::-2], np.arange(4, dtype=np.uint8))
