# Products of float32 matrices.
# rtol: 1e-5
import numpy as np


def dot(x, y):
    return np.dot(x, y)


# run: dot(np.arange(4, dtype=np.float32) / 3, np.arange(4, dtype=np.float32))
# run: dot(np.random.default_rng(0).random((20, 30), np.float32), np.random.default_rng(1).random((30, 10), np.float32))
# run: dot(np.arange(6, dtype=np.float32).reshape(2, 3), np.arange(6.0).reshape(3, 2) / 7)
