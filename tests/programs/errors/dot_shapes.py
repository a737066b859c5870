# `np.dot` of vectors and matrices that do not fit.
import numpy as np


def dot(x, y):
    return np.dot(x, y)


# raises: ValueError: shapes (3,) and (4,) not aligned: 3 (dim 0) != 4 (dim 0)
# run: dot(np.ones(3), np.ones(4))
# raises: ValueError: shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)
# run: dot(np.ones((2, 3)), np.ones((2, 3)))
# run: dot(np.ones(0), np.ones(0))
# run: dot(np.ones((2, 3)), np.ones(3))
