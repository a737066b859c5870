# Products of integer vectors and matrices wrap around and are exact.
import numpy as np


def dot(x, y):
    return np.dot(x, y)


# run: dot(np.array([2**40, 3]), np.array([2**40, 5]))
# run: dot(np.array([100, 100], np.int8), np.array([2, 2], np.int8))
# run: dot(np.arange(4, dtype=np.int32), np.arange(4))
# run: dot(np.array([True, False]), np.array([True, True]))
# run: dot(np.arange(6, dtype=np.uint8).reshape(2, 3) * 40, np.arange(6, dtype=np.uint8).reshape(3, 2))
# run: dot(3, 4)
# run: dot(np.arange(3), 2)
