# ix_, indices, mgrid, ogrid, ravel_multi_index and unravel_index.
import numpy as np


def cross(x, i, j):
    return x[np.ix_(i, j)]


def store_cross(x, i, j):
    x[np.ix_(i, j)] = -1
    x[np.ix_([True, False, True], [0])] += 10


def grids(n):
    a, b = np.mgrid[0:n, 1:4]
    c, d = np.ogrid[:n, 0:1:0.25]
    return a, b, c, d, np.mgrid[0:n], np.mgrid[-1:1:0.5, 0:2].shape


def all_indices(n):
    return np.indices((n, 2)), np.indices((3,))


def places(i):
    return np.unravel_index(i, (2, 3, 4)), np.ravel_multi_index(np.unravel_index(i, (2, 3, 4)), (2, 3, 4))


# run: cross(np.arange(12).reshape(3, 4), np.array([0, 2]), np.array([1, 3, 3]))
# run: cross(np.arange(12).reshape(3, 4), np.array([True, False, True]), np.array([-1]))
# run: store_cross(np.arange(12).reshape(3, 4), np.array([0, 2]), np.array([1, 3]))
# run: grids(3)
# run: all_indices(3)
# run: all_indices(0)
# run: places(np.array([0, 23, 7]))
