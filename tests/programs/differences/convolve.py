# Convolution and correlation in their three modes; polynomials.
# rtol: 1e-14
import numpy as np


def convolved(a, v):
    return np.convolve(a, v), np.convolve(a, v, "same"), np.convolve(a, v, mode="valid")


def correlated(a, v):
    return np.correlate(a, v), np.correlate(a, v, "same"), np.correlate(a, v, "full")


def polynomial(p, x):
    return np.polyval(p, x), np.vander(x, 3), np.vander(x, increasing=True)


# run: convolved(np.array([1, 2, 3]), np.array([0, 1]))
# run: convolved(np.array([1., 2.]), np.array([0., 1., 0.5, 4.])[::-1])
# run: correlated(np.array([1, 2, 3, 4]), np.array([0, 1, 5]))
# run: correlated(np.array([1., 2.]), np.array([0., 1., 0.5, 7.]))
# run: correlated(np.array([1., 2., 3., 4., 5.]), np.array([0., 1., 0.5, 7.]))
# raises: ValueError
# run: convolved(np.array([1.]), np.zeros(0))
# run: polynomial(np.array([3., 0., 1.]), np.array([5., -1.]))
# run: polynomial(np.array([3, 0, 1]), np.array([5, 2, 1]))
