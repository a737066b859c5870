# `-x`, `+x`, `abs` and `np.abs`; the smallest integer has no opposite.
import numpy as np


def negate(x):
    return -x


def plus(x):
    return +x


def absolute(x):
    return np.abs(x)


def builtin(x):
    return abs(x)


def long_name(x):
    return np.absolute(x)


# run: negate(np.array([1, -2, 0]))
# run: negate(np.array([-128, 127], np.int8))
# run: negate(np.array([0, 1, 255], np.uint8))
# run: negate(np.array([0.0, -0.0, np.inf, np.nan]))
# run: plus(np.arange(3, dtype=np.int16))
# run: absolute(np.array([-128, -1, 127], np.int8))
# run: absolute(np.array([-0.0, -2.5, np.nan, -np.inf]))
# run: absolute(np.array([True, False]))
# run: absolute(-3)
# run: absolute(np.int8(-128))
# run: builtin(np.array([-9223372036854775808]))
# run: long_name(np.arange(-3, 3, dtype=np.float32)[::-2])
