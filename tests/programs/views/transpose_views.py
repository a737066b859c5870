# `.T`, `transpose` and axes in any order are views.
import numpy as np


def flip(x):
    return x.T


def method(x):
    return x.transpose()


def axes(x):
    return np.transpose(x, (2, 0, 1))


def axes_method(x):
    return x.transpose(1, 0, 2), x.transpose((0, -1, 1))


def write_through(x):
    y = np.transpose(x)
    y[0] = 100


# run: flip(np.arange(6).reshape(2, 3))
# run: flip(np.arange(3))
# run: flip(np.array(1.5))
# run: method(np.arange(24).reshape(2, 3, 4))
# run: axes(np.arange(24.0).reshape(2, 3, 4))
# run: axes_method(np.arange(24).reshape(2, 3, 4)[:, ::-1])
# run: write_through(np.arange(6).reshape(2, 3))
# run: flip(np.zeros((0, 3)))
