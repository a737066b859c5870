# `np.dot` and `@` of vectors and matrices; float sums in an order of our own.
# rtol: 1e-12
import numpy as np


def dot(x, y):
    return np.dot(x, y)


def method(x, y):
    return x.dot(y)


def operator(x, y):
    return x @ y


# run: dot(np.arange(4.0), np.arange(4.0)[::-1])
# run: dot(np.arange(3), np.arange(3))
# run: dot(np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 4))
# run: dot(np.arange(6.0).reshape(2, 3), np.arange(3.0))
# run: dot(np.arange(2.0), np.arange(6.0).reshape(2, 3))
# run: dot(np.arange(6).reshape(2, 3), np.arange(12).reshape(4, 3).T)
# run: dot(np.ones((2, 0)), np.ones((0, 3)))
# run: dot(np.random.default_rng(0).standard_normal((50, 60)), np.random.default_rng(1).standard_normal((60, 40)))
# run: method(np.arange(10.0)[::2], np.arange(5.0))
# run: operator(np.arange(6.0).reshape(2, 3), np.asfortranarray(np.arange(12.0).reshape(3, 4)))
# run: operator(np.arange(3), np.arange(3.0))
