# Averages by weights, covariances and correlations. Products have an order of their own here.
# rtol: 1e-12
import numpy as np


def average(x, w):
    return np.average(x), np.average(x, weights=w), np.average(x, axis=0)


def average_axis(x, w):
    return np.average(x, axis=1, weights=w), np.average(x, axis=1, weights=w, returned=True)[1]


def covariance(x, y):
    return np.cov(x, y), np.cov(x), np.corrcoef(x, y), np.cov(x, y, bias=True)


def matrix(m):
    return np.cov(m), np.corrcoef(m), np.cov(m, rowvar=False), np.cov(m, ddof=0)


# run: average(np.array([1., 2., 4.]), np.array([3., 1., 0.5]))
# run: average(np.array([[1, 2], [4, 8]]), np.array([[1, 0], [2, 3]]))
# raises: ZeroDivisionError
# run: average(np.array([1., 2.]), np.array([1., -1.]))
# run: average_axis(np.array([[1., 2.], [4., 8.]]), np.array([1., 3.]))
# run: covariance(np.array([0., 1., 2., 4.]), np.array([2., 1.5, 0., 7.]))
# run: covariance(np.array([0, 1, 2, 4])[::-1], np.array([2., 1.5, 0., 7.]))
# run: matrix(np.array([[0., 2., 1., 5.], [1., 1., 3., 2.], [4., 4., 0., 1.]]))
