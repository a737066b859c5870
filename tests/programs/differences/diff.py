# Differences along axes, gradients, trapezoids.
import numpy as np


def differences(x):
    return np.diff(x), np.diff(x, n=2), np.diff(x, axis=0), np.diff(x, n=0)


def ends(x):
    return np.diff(x, prepend=0), np.diff(x, append=x[-1:]), np.ediff1d(x), np.ediff1d(x, to_begin=-9, to_end=[8, 9])


def gradient(x):
    return np.gradient(x), np.gradient(x, 0.5), np.gradient(x, edge_order=2)


def gradient_at(y, x):
    return np.gradient(y, x)


def gradients(x):
    a, b = np.gradient(x)
    c, d = np.gradient(x, 2.0, 0.5)
    return a, b, c, d, np.gradient(x, axis=1)


def integral(y, x):
    return np.trapezoid(y), np.trapezoid(y, x), np.trapezoid(y, dx=0.5)


def integral_axis(y):
    return np.trapezoid(y, axis=0), np.trapezoid(y, np.arange(y.shape[1]) * 0.3)


# run: differences(np.array([1, 2, 4, 7]))
# run: differences(np.arange(12.).reshape(3, 4).T ** 2)
# run: differences(np.array([True, False, False]))
# run: differences(np.array([200, 100], dtype=np.uint8))
# run: differences(np.zeros(0))
# run: ends(np.array([1, 2, 4, 7]))
# run: gradient(np.array([1., 2., 4., 7., 11.5]))
# run: gradient(np.array([1, 2, 4, 7], dtype=np.int8)[::-1])
# run: gradient(np.array([1., 2., 4.], dtype=np.float32))
# raises: ValueError
# run: gradient(np.array([1.]))
# run: gradient_at(np.array([1., 2., 4., 7.]), np.array([0., 1., 1.5, 3.5]))
# run: gradient_at(np.array([1., 2., 4., 7.]), np.array([0., 1., 2., 3.]))
# run: gradients(np.arange(12.).reshape(3, 4) ** 2)
# run: integral(np.array([1., 2., 4., 7.]), np.array([0., 1., 1.5, 3.5]))
# run: integral(np.array([1, 2, 4])[::-1], np.array([0, 1, 2]))
# run: integral(np.zeros(0), np.zeros(0))
# run: integral_axis(np.arange(6.).reshape(2, 3))
