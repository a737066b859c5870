# take, put, compress, extract, place, putmask, choose by place along an axis.
import numpy as np


def take(x, i):
    return np.take(x, i), x.take(i)


def take_axis(x, i):
    return np.take(x, i, axis=1), np.take(x, i, 0)


def take_modes(x, i):
    return np.take(x, i, mode="wrap"), np.take(x, i, mode="clip")


def take_one(x):
    return np.take(x, 2), np.take(x, [[0, 1]]), x.take([1], axis=-1)


def put(x, i, v):
    np.put(x, i, v)
    return x


def put_wrap(x, i, v):
    x.put(i, v, mode="wrap")


def compress(c, x):
    return np.compress(c, x), np.compress(c, x, axis=0), x.compress(c, axis=-1)


def extract(x):
    return np.extract(x > 1, x)


def place(x, v):
    np.place(x, x > 2, v)
    np.putmask(x, x == 0, x - 5)


def along(x):
    return np.take_along_axis(x, np.argmax(x, axis=1)[:, None], axis=1)


def put_along(x, i):
    np.put_along_axis(x, i, -1.0, axis=0)


# run: take(np.arange(5.), np.array([0, -1, 3]))
# run: take(np.arange(6).reshape(2, 3).T, np.array([[0, -1], [5, 1]]))
# run: take(np.arange(5), np.zeros((2, 0), np.int64))
# raises: IndexError
# run: take(np.arange(6).reshape(2, 3), np.array([6]))
# run: take_axis(np.arange(12).reshape(3, 4), np.array([2, 0, -1]))
# run: take_axis(np.arange(24.).reshape(2, 3, 4)[::-1], np.array([[1, 0]]))
# run: take_modes(np.arange(5), np.array([7, -7, 2]))
# run: take_one(np.array([5, 6, 7]))
# run: put(np.zeros(4), np.array([0, 2, -1]), np.array([1., 2.]))
# run: put(np.zeros((2, 3)).T, np.array([1, 4]), 7)
# run: put(np.zeros(3), 1, 5)
# raises: IndexError
# run: put(np.zeros(3), np.array([0, 3]), 5)
# run: put_wrap(np.zeros(4), np.array([5, -6]), np.array([1., 2.]))
# run: compress(np.array([True, False, True]), np.arange(9).reshape(3, 3))
# run: compress(np.array([0, 1]), np.arange(9).reshape(3, 3))
# run: extract(np.arange(4.).reshape(2, 2))
# run: place(np.arange(7), np.array([44, 55]))
# run: place(np.zeros(3), np.array([1.]))
# run: along(np.array([[1, 9, 3], [8, 2, 4]]))
# run: put_along(np.zeros((2, 3)), np.array([[0, 1, 0]]))
