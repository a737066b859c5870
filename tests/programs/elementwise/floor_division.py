# Floor division and modulo of arrays, of integers and floats.
import numpy as np


def floor_divide(x, y):
    return x // y


def modulo(x, y):
    return x % y


def by_function(x, y):
    return np.floor_divide(x, y), np.mod(x, y), np.remainder(x, y)


# run: floor_divide(np.array([7, -7, 7, -7]), np.array([2, 2, -2, -2]))
# run: modulo(np.array([7, -7, 7, -7]), np.array([2, 2, -2, -2]))
# run: floor_divide(np.array([1, -1, 0]), 0)
# run: modulo(np.array([1, -1, 0]), 0)
# run: floor_divide(np.array([-128], np.int8), np.array([-1], np.int8))
# run: modulo(np.array([-128], np.int8), np.array([-1], np.int8))
# run: floor_divide(np.array([1.0, -1.0, np.inf, 5.0, -0.0]), np.array([0.0, np.inf, 2.0, np.nan, 3.0]))
# run: modulo(np.array([-7.5, 7.5, -0.0, 5.0, -1.0, 1.0]), np.array([2.0, -2.0, 2.0, np.inf, np.inf, 0.0]))
# run: floor_divide(np.arange(-6, 6, dtype=np.float32) / 4, 0.3)
# run: modulo(np.arange(250, 256, dtype=np.uint8), 7)
# run: by_function(np.arange(-5, 5), 3)
# run: by_function(np.arange(-5, 5) / 2, -1.5)
