# Generators that yield tuples, arrays and None.
import numpy as np


def pairs(a):
    for i in range(len(a)):
        for j in range(i):
            yield i, a[i] * a[j]


def weighted(a):
    s = 0
    for i, p in pairs(a):
        s += i * p
    return s


def rows(a):
    for i in range(a.shape[0]):
        yield a[i]


def row_sums(a):
    out = np.zeros(a.shape[0])
    for i, row in enumerate(rows(a)):
        out[i] = row.sum()
        row[0] = -1
    return out, a


def nothing(n):
    for i in range(n):
        yield


def count(n):
    k = 0
    for x in nothing(n):
        if x is None:
            k += 1
    return k


# run: weighted(np.array([1, 2, 3, 4]))
# run: row_sums(np.arange(6.0).reshape(3, 2))
# run: row_sums(np.zeros((0, 2)))
# run: count(4)
