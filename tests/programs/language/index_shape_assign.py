# `a.shape = …` gives the array object another shape, for every name that is bound to it.
import numpy as np


def flatten(n):
    a = np.arange(n * 2.0).reshape(n, 2).copy()
    b = a
    a.shape = (2 * n,)
    b[0] = 9.0
    return a, b.shape, b.ndim


def unknown_extent(n):
    a = np.zeros(n)
    a.shape = (2, -1)
    return a


def in_a_tuple(n):
    a = np.arange(n)
    pair = (a, 1)
    a.shape = (1, n)
    return pair[0].shape


def a_view_keeps_its_shape(n):
    a = np.arange(n)
    v = a[1:]
    t = a.T
    a.shape = (n, 1)
    a[2, 0] = -1
    return v, t, a


def strided(n):
    a = np.arange(2 * n)[::2]
    a.shape = (n, 1)
    return a


def needs_a_copy(n):
    a = np.arange(n * 2).reshape(n, 2).T
    a.shape = 2 * n
    return a


# run: flatten(3)
# run: unknown_extent(6)
# raises: ValueError
# run: unknown_extent(5)
# run: in_a_tuple(3)
# run: a_view_keeps_its_shape(4)
# run: strided(3)
# raises: AttributeError
# run: needs_a_copy(3)
# run: needs_a_copy(1)
# run: needs_a_copy(0)
