# `concatenate` of tuples and lists, along any axis, with promotion.
import numpy as np


def joined(x, y):
    return np.concatenate((x, y))


def three(x, y, z):
    return np.concatenate([x, y, z])


def columns(x, y):
    return np.concatenate((x, y), axis=1)


def last(x, y):
    return np.concatenate((x, y), axis=-1)


def flattened(x, y):
    return np.concatenate((x, y), axis=None)


def with_itself(x):
    return np.concatenate((x, x[::-1]))


# run: joined(np.arange(3), np.arange(2) + 10)
# run: joined(np.arange(3, dtype=np.int8), np.arange(2, dtype=np.float32))
# run: joined(np.zeros(0), np.arange(3))
# run: joined(np.arange(6).reshape(2, 3), np.arange(3).reshape(1, 3))
# run: joined(np.arange(6).reshape(3, 2).T, np.arange(9.0).reshape(3, 3)[:, ::-1])
# run: three(np.arange(2), np.arange(3)[::-1], np.arange(1))
# run: columns(np.arange(6).reshape(2, 3), np.arange(2).reshape(2, 1))
# run: last(np.arange(12).reshape(2, 2, 3), np.zeros((2, 2, 1)))
# run: flattened(np.arange(6).reshape(2, 3), np.arange(2.0))
# run: with_itself(np.arange(4))
# run: with_itself(np.array([True, False]))
