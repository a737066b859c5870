# `a op= b` changes the caller's array, `a = a op b` does not; nor does a copy.
import numpy as np


def in_place(a):
    a += 1
    a *= 2


def rebound(a):
    a = a + 1
    a *= 2
    return a


def copied(a):
    b = a.copy()
    c = a[:]
    b += 1
    c[0] = 9
    return b


def mixed(a, n):
    for i in range(n):
        if i % 2:
            a = a + 1
        else:
            a += 10
    return a


def inner(a):
    change(a[1:])
    change(a.reshape(-1))


def change(a):
    a[0] = -a[0]


def fancy_copies(a, i):
    b = a[i]
    b[:] = 0
    c = a[a > 1]
    c += 5
    return b, c


# run: in_place(np.arange(3))
# run: rebound(np.arange(3))
# run: copied(np.arange(3))
# run: mixed(np.arange(3), 3)
# run: mixed(np.arange(3), 0)
# run: inner(np.arange(1, 4))
# run: inner(np.arange(1, 5).reshape(2, 2))
# run: fancy_copies(np.arange(5), np.array([1, 3]))
