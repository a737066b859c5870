# select, choose, copyto, apply_along_axis, fromfunction, broadcast_arrays, histogram2d.
import numpy as np


def selected(x):
    return np.select([x < 2, x > 4], [x, x * 10], -1), np.select([x < 2], [1.5])


def chosen(i, x, y):
    return np.choose(i, [x, y, 0]), np.choose(i, [x, y], mode="clip")


def copied(x, v, m):
    np.copyto(x, v)
    np.copyto(x, -1, where=m)
    return x


def lines(x):
    return np.apply_along_axis(np.sum, 0, x), np.apply_along_axis(lambda v: v[::-1] - v[0], 1, x), np.apply_along_axis(np.cumsum, 0, x)


def made(n):
    return np.fromfunction(lambda i, j: i * 10 + j, (n, 2)), np.broadcast_shapes((n, 1), (4,))


def stretched(x, y):
    a, b = np.broadcast_arrays(x, y)
    return a, b


def cells(x, y):
    return np.histogram2d(x, y, 3), np.histogram2d(x, y, (2, 4))[0], np.histogram_bin_edges(x, 4)


def without_nan(x):
    return np.nanpercentile(x, 30), np.nanquantile(x, 0.7, axis=0)


# run: selected(np.arange(7))
# run: selected(np.arange(6.).reshape(2, 3).T)
# run: chosen(np.array([1, 0, 2]), np.array([1., 2., 3.]), 7)
# raises: ValueError
# run: chosen(np.array([1, 0, 3]), np.array([1., 2., 3.]), 7)
# run: copied(np.zeros(3), np.array([1., 2., 3.]), np.array([True, False, True]))
# run: lines(np.arange(6).reshape(2, 3))
# run: lines(np.arange(12.).reshape(4, 3)[::-2])
# run: made(3)
# run: stretched(np.array([1, 2]), np.array([[3.], [4.]]))
# run: cells(np.array([0., 1., 2., 2.5, 3.]), np.array([1., 1., 0., 2., 2.]))
# run: without_nan(np.array([[1., np.nan, 3.], [4., 5., 0.5]]))
