# diag, diagonal, trace, tri and its kin, eye.
import numpy as np


def diagonals(x):
    return np.diag(x), np.diag(x, 1), np.diag(x, -1), np.diagonal(x), x.diagonal(1), np.trace(x), np.trace(x, 1)


def matrices(v):
    return np.diag(v), np.diag(v, 2), np.diag(v, -1), np.diagflat(v)


def triangles(x):
    return np.tril(x), np.triu(x, 1), np.tril(x, -1), np.tri(3, 4, 1), np.eye(3, 4, -1)


def filled(x):
    np.fill_diagonal(x, 7)
    return x[np.triu_indices(3)], x[np.tril_indices(3, -1)], x[np.diag_indices(3)]


def deep(x):
    return np.diagonal(x, axis1=0, axis2=2), np.trace(x), np.trace(x, axis1=1, axis2=2)


# run: diagonals(np.arange(12).reshape(3, 4))
# run: diagonals(np.arange(12.).reshape(3, 4).T[::-1])
# run: diagonals(np.zeros((2, 5)))
# run: diagonals(np.zeros((1, 1)))
# run: matrices(np.array([1, 2, 3]))
# run: matrices(np.array([1., 2., 3.])[::-2])
# run: matrices(np.zeros(0))
# run: triangles(np.arange(12).reshape(3, 4))
# run: triangles(np.arange(24.).reshape(2, 3, 4))
# run: filled(np.zeros((3, 3)))
# run: deep(np.arange(27).reshape(3, 3, 3))
