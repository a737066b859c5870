# `np.clip` as a function and as a method, with scalar and array limits.
import numpy as np


def clipped(x, low, high):
    return np.clip(x, low, high)


def method(x, low, high):
    return x.clip(low, high)


# run: clipped(np.arange(10), 3, 6)
# run: clipped(np.arange(10.0)[::-1], 2.5, 7)
# run: clipped(np.array([200, 5], np.uint8), 0, 100)
# run: clipped(np.array([-5.0, np.nan, 5.0]), -1, 1)
# run: clipped(np.arange(6).reshape(2, 3).T, np.arange(3)[:, None], 4)
# run: clipped(np.arange(4), 5, 2)
# run: clipped(5, 0, 3)
# run: clipped(np.float32(0.7), 0.1, 0.5)
# run: method(np.arange(10), 3, 6)
# run: method(np.arange(5, dtype=np.float32), 0.5, 2.5)
# raises: OverflowError: Python integer 300 out of bounds for uint8
# run: clipped(np.array([200, 5], np.uint8), 300, 400)
