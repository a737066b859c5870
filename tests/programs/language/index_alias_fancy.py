# Permutations in place, swaps, and running updates by index arrays.
import numpy as np


def permute(x, p):
    x[p] = x.copy()
    return x


def permute_in_place(x, p):
    x[p] = x


def swap(x, i, j):
    x[i], x[j] = x[j], x[i]


def swap_rows(x):
    x[[0, 2]] = x[[2, 0]]
    x[:, [0, 1]] = x[:, [1, 0]]


def count(x, n):
    c = np.zeros(n, np.int64)
    for v in x:
        c[v] += 1
    d = np.zeros(n, np.int64)
    d[x] += 1
    return c, d


def chase(x, k, n):
    for i in range(n):
        k = x[k]
    return k


# run: permute(np.arange(4) * 10, np.array([2, 0, 3, 1]))
# run: permute_in_place(np.arange(4) * 10, np.array([2, 0, 3, 1]))
# run: permute_in_place(np.arange(8)[::2], np.array([2, 0, 3, 1]))
# run: swap(np.arange(4), 0, -1)
# run: swap_rows(np.arange(9).reshape(3, 3))
# run: count(np.array([1, 1, 0, 3]), 4)
# run: chase(np.array([2, 0, 3, 1]), 0, 5)
