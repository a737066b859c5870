# Norms of vectors and matrices; powers of matrices; Cholesky.
# rtol: 1e-12
import numpy as np


def vector(x):
    return (
        np.linalg.norm(x),
        np.linalg.norm(x, 1),
        np.linalg.norm(x, np.inf),
        np.linalg.norm(x, -np.inf),
        np.linalg.norm(x, 0),
        np.linalg.norm(x, 3),
    )


def matrix(x):
    return np.linalg.norm(x), np.linalg.norm(x, "fro"), np.linalg.norm(x, 1), np.linalg.norm(x, np.inf), np.linalg.norm(x, -1)


def axes(x):
    return np.linalg.norm(x, axis=1), np.linalg.norm(x, axis=0, keepdims=True), np.linalg.norm(x, 1, axis=-1)


def powers(x):
    return np.linalg.matrix_power(x, 0), np.linalg.matrix_power(x, 1), np.linalg.matrix_power(x, 5)


def lower(x):
    return np.linalg.cholesky(x)


# run: vector(np.array([3., -4., 0., 1.]))
# run: vector(np.array([3, -4, 0])[::-1])
# run: matrix(np.array([[1., -2.], [3., 4.]]))
# run: matrix(np.arange(6).reshape(3, 2).T)
# run: axes(np.array([[1., -2.], [3., 4.], [0., 5.]]))
# run: powers(np.array([[1, 1], [1, 0]]))
# run: lower(np.array([[4., 2., 1.], [2., 5., 3.], [1., 3., 6.]]))
# raises: LinAlgError
# run: lower(np.array([[1., 2.], [2., 1.]]))
