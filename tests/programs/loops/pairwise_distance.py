# Distances between all rows of a matrix.
import math

import numpy as np


def distances(x):
    n, d = x.shape
    out = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            s = 0.0
            for k in range(d):
                t = x[i, k] - x[j, k]
                s += t * t
            out[i, j] = math.sqrt(s)
    return out


# run: distances(np.arange(6.0).reshape(3, 2))
# run: distances(np.random.default_rng(3).random((20, 3)))
# run: distances(np.random.default_rng(3).random((3, 20)).T)
# run: distances(np.zeros((0, 3)))
