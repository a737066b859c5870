# stack, column_stack, dstack, append; split and its kin give views.
import numpy as np


def joined(x, y):
    return np.stack((x, y)), np.stack((x, y), axis=-1), np.column_stack((x, y)), np.dstack((x, y)), np.vstack((x, y)), np.hstack((x, y))


def appended(x, y):
    return np.append(x, y), np.append(x, 5), np.append(x, y, axis=0)


def split(x):
    a, b = np.split(x, 2)
    a[0] = -1
    c, d, e = np.array_split(x, 3)
    f, g, h = np.split(x, [1, 3])
    return x, a, b, c, d, e, f, g, h


def split_axes(x):
    a, b = np.hsplit(x, 2)
    c, d = np.vsplit(x, [1])
    return a, b, c, d


def at_least(x):
    return np.atleast_1d(x), np.atleast_2d(x), np.atleast_3d(x)


def changed(x):
    return np.delete(x, 1), np.delete(x, [0, -1]), np.insert(x, 1, 9), np.insert(x, -1, 9)


def changed_axis(x):
    return np.delete(x, 0, axis=1), np.insert(x, 1, 9, axis=0), np.delete(x, np.array([True, False]), axis=0)


# run: joined(np.array([1, 2, 3]), np.array([4, 5, 6]))
# run: joined(np.arange(4.).reshape(2, 2), np.arange(4).reshape(2, 2).T)
# run: appended(np.array([1, 2]), np.array([3.5]))
# run: appended(np.zeros(0), np.array([3]))
# run: split(np.arange(6))
# run: split(np.arange(8.)[::-1].reshape(4, 2))
# raises: ValueError
# run: split(np.arange(5))
# run: split_axes(np.arange(8).reshape(2, 4))
# run: at_least(np.array([1, 2]))
# run: at_least(3.5)
# run: at_least(np.arange(6).reshape(2, 3))
# run: changed(np.array([1, 2, 3]))
# run: changed(np.array([1., 2.])[::-1])
# raises: IndexError
# run: changed(np.array([1]))
# run: changed_axis(np.arange(6).reshape(2, 3))
