# Rows in loops are views: what is stored in them is in the matrix; swapping rows by tuple assignment swaps views.
import numpy as np


def negate_rows(x):
    for row in x:
        row *= -1
        row[0] = 0


def by_pairs(x, y):
    for a, b in zip(x, y):
        a += b


def enumerated(x):
    for i, row in enumerate(x):
        row[i] = 100
        x[0, i] = 50


def swapped_views(x):
    a, b = x[0], x[1]
    a, b = b, a
    a[0] = 77
    x[0], x[1] = x[1], x[0]
    return a, b


def unpacked(x):
    p, q = x
    p += q
    q[:] = 1
    return p


# run: negate_rows(np.arange(1, 7).reshape(2, 3))
# run: by_pairs(np.arange(4).reshape(2, 2), np.ones((2, 2), np.int64))
# run: x = np.arange(4).reshape(2, 2); by_pairs(x, x)
# run: x = np.arange(6).reshape(3, 2); by_pairs(x[1:], x[:-1])
# run: enumerated(np.zeros((3, 3)))
# run: swapped_views(np.arange(4).reshape(2, 2))
# run: unpacked(np.arange(4).reshape(2, 2))
