# tensordot, inner, outer, kron, cross, vdot.
# rtol: 1e-12
import numpy as np


def contracted(a, b):
    return np.tensordot(a, b), np.tensordot(a, b, axes=([0], [0])), np.tensordot(a, b, axes=(1, 1)), np.tensordot(a, b, axes=0)


def products(a, b):
    return np.inner(a, b), np.outer(a, b), np.kron(a, b), np.vdot(a, b)


def crossed(a, b):
    return np.cross(a, b)


# run: contracted(np.arange(6.).reshape(2, 3), np.arange(6.).reshape(2, 3))
# run: contracted(np.arange(6).reshape(3, 2).T, np.arange(6).reshape(2, 3))
# run: products(np.array([1, 2, 3]), np.array([4., 5., 6.]))
# run: products(np.arange(4).reshape(2, 2), np.arange(4).reshape(2, 2).T)
# run: crossed(np.array([1, 2, 3]), np.array([4, 5, 6]))
# run: crossed(np.arange(6.).reshape(2, 3), np.array([1., 0., 2.]))
# raises: ValueError
# run: contracted(np.ones((2, 3)), np.ones((3, 2)))
