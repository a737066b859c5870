# `reshape` as function and method, with one unknown extent.
import numpy as np


def function(x):
    return np.reshape(x, (3, 2))


def method(x):
    return x.reshape(2, -1), x.reshape((3, -1)), x.reshape(-1)


def to_shape(x, n, m):
    return x.reshape(n, m)


def to_scalar(x):
    return x.reshape(())


def more_axes(x):
    return x.reshape(1, 2, 1, -1)


# run: function(np.arange(6))
# run: function(np.arange(6).reshape(2, 3))
# run: function(np.arange(6.0).reshape(2, 3).T)
# run: function(np.arange(12)[::-2])
# run: method(np.arange(6).reshape(2, 3)[:, ::-1])
# run: method(np.zeros(0))
# run: to_shape(np.arange(12).reshape(3, 4), 6, 2)
# run: to_shape(np.zeros((0, 3)), 5, 0)
# run: to_scalar(np.array([[7]]))
# run: more_axes(np.arange(6).reshape(3, 2).T)
