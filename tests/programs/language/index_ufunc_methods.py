# reduce, accumulate, outer and at of binary ufuncs.
import numpy as np


def add_reduce(x):
    return np.add.reduce(x)


def multiply_reduce_last(x):
    return np.multiply.reduce(x, axis=-1, keepdims=True)


def extremes(x):
    return np.minimum.reduce(x), np.maximum.reduce(x, axis=None)


def subtract_reduce(x):
    return np.subtract.reduce(x)


def xor_reduce(x):
    return np.bitwise_xor.reduce(x, axis=None), np.bitwise_and.reduce(x), np.bitwise_or.reduce(x)


def logical(x):
    return np.logical_and.reduce(x), np.logical_or.reduce(x), np.logical_xor.reduce(x)


def initial(x):
    return np.subtract.reduce(x, initial=10.0), np.add.reduce(x, initial=3)


def running(x):
    return np.add.accumulate(x), np.multiply.accumulate(x)


def running_maximum(x):
    return np.maximum.accumulate(x, axis=-1)


def running_difference(x):
    return np.subtract.accumulate(x)


def outer(x, y):
    return np.add.outer(x, y), np.multiply.outer(x, y).shape, np.less.outer(x, y)


def count(x, i):
    np.add.at(x, i, 1)
    return x


def spread(x, i, v):
    np.subtract.at(x, i, v)


def negate(x, i):
    np.negative.at(x, i)


def pairs(x, i, j, v):
    np.add.at(x, (i, j), v)


def on_slice(x):
    np.multiply.at(x, slice(1, None), 3)
    np.add.at(x, 0, 100)


# run: add_reduce(np.ones((2, 3)))
# run: add_reduce(np.arange(5, dtype=np.int8))
# run: multiply_reduce_last(np.arange(6).reshape(2, 3))
# run: extremes(np.array([[3., np.nan], [1., 2.]]))
# run: subtract_reduce(np.array([10, 1, 2]))
# run: subtract_reduce(np.arange(6.).reshape(2, 3))
# raises: ValueError
# run: subtract_reduce(np.zeros(0))
# run: xor_reduce(np.array([[5, 3], [1, 8]]))
# run: logical(np.array([1., 0., 2.]))
# run: initial(np.array([1., 2.]))
# run: running(np.array([1, 2, 3], dtype=np.int8))
# run: running_maximum(np.array([[1, 3, 2], [0, -1, 5]]))
# run: running_maximum(np.array([1., np.nan, 2.])[::-1])
# run: running_difference(np.array([[10, 1, 2], [1, 1, 1]]))
# run: outer(np.arange(3), np.array([10, 20]))
# run: outer(np.arange(4.).reshape(2, 2), np.array([1.5]))
# run: count(np.zeros(4, np.int64), np.array([0, 0, 3, -1]))
# run: count(np.zeros((2, 3)), np.array([1, 1]))
# run: count(np.zeros(4), np.array([True, False, True, False]))
# raises: IndexError
# run: count(np.zeros(4), np.array([0, 4]))
# run: spread(np.arange(5.), np.array([[0, 0], [1, 4]]), np.array([[1., 2.], [4., 8.]]))
# run: spread(np.zeros((3, 2)), np.array([0, 0, -1]), np.arange(6.).reshape(3, 2))
# run: negate(np.arange(4), np.array([1, 1, 2]))
# run: pairs(np.zeros((2, 2)), np.array([0, 0, 1]), np.array([1, 1, 0]), np.array([1., 2., 4.]))
# run: on_slice(np.arange(4))
