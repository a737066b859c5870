# solve, inv, det, slogdet of matrices and stacks of them.
# rtol: 1e-9
import numpy as np


def solve(a, b):
    return np.linalg.solve(a, b)


def inverse(a):
    return np.linalg.inv(a), np.linalg.det(a)


def logarithm(a):
    sign, value = np.linalg.slogdet(a)
    return sign, value


def by_import(a):
    from numpy import linalg

    return linalg.inv(a)


# run: solve(np.array([[3., 1.], [1., 2.]]), np.array([9., 8.]))
# run: solve(np.array([[0, 2, 1], [1, -2, -3], [-1, 1, 2]]), np.array([-8, 0, 3]))
# run: solve(np.array([[3., 1.], [1., 2.]]).T[::-1], np.array([[9., 8.], [1., 0.]]))
# run: solve(np.array([[[3., 1.], [1., 2.]], [[1., 0.], [0., 4.]]]), np.array([[[1.], [2.]], [[3.], [4.]]]))
# run: solve(np.array([[3., 1.], [1., 2.]], dtype=np.float32) * 0 + np.array([[2., 0.], [0., 4.]], dtype=np.float32), np.array([1., 2.], dtype=np.float32))
# run: solve(np.array([[1 + 1j, 2], [0, 1j]]), np.array([1, 2]))
# run: solve(np.zeros((0, 0)), np.zeros((0, 2)))
# raises: LinAlgError: Singular matrix
# run: solve(np.array([[1., 2.], [2., 4.]]), np.array([1., 2.]))
# raises: ValueError
# run: solve(np.array([[1., 2.], [2., 5.]]), np.array([[1., 2., 3.]]))
# run: inverse(np.array([[3., 1.], [1., 2.]]))
# run: inverse(np.array([[0., 2., 1.], [1., -2., -3.], [-1., 1., 2.]]))
# run: inverse(np.arange(8.).reshape(2, 2, 2) + 3 * np.eye(2))
# run: logarithm(np.array([[0., 2., 1.], [1., -2., -3.], [-1., 1., 2.]]))
# run: logarithm(np.array([[1., 2.], [2., 4.]]))
# run: by_import(np.array([[2, 0], [0, 4]]))
