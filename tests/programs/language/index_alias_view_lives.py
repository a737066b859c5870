# A view keeps its memory alive when the name of its base is bound to something else.
import numpy as np


def outlives(n):
    base = np.arange(n)
    view = base[1:]
    base = np.zeros(n)
    base[:] = 5
    view[0] = 77
    return view, base


def in_a_loop(n):
    views = np.zeros(n)
    x = np.arange(3.0)
    for i in range(n):
        v = x[i % 3 :]
        x = x + 1
        views[i] = v[0]
    return views, v


def of_a_temporary(n):
    v = (np.arange(n) * 2)[::-1]
    w = np.arange(n).reshape(n, 1)[:, 0]
    return v[0], v, w


def swapped(n):
    a = np.zeros(n)
    b = np.ones(n)
    v = a[:2]
    a, b = b, a
    b[0] = 9
    return v, a, b


def through_a_branch(n, flag):
    x = np.arange(n)
    v = x[1:3]
    if flag:
        x = x * 10
    x[1] = -5
    return v, x


# run: outlives(4)
# run: in_a_loop(5)
# run: of_a_temporary(4)
# run: swapped(3)
# run: through_a_branch(4, True)
# run: through_a_branch(4, False)
