# Value, index and target of an indexed store may share memory: what is stored is what was there before.
import numpy as np


def reverse(x, i):
    x[i] = x[::-1]


def shift(x, i):
    x[i] = x[:-1]


def by_itself(i):
    i[i] = np.arange(len(i))


def masked(x):
    x[x > 2] = x[x > 2][::-1]


def mask_of_target(m):
    m[m] = False


def same_rows(x):
    x[[0, 1]] = x[[1, 0]]


def rotated(x, i):
    x[i, :] = x.T


# run: reverse(np.arange(5.), np.array([0, 1, 2, 3, 4]))
# run: reverse(np.arange(5.)[::-1], np.array([4, 3, 2, 1, 0]))
# run: shift(np.arange(5), np.array([1, 2, 3, 4]))
# run: by_itself(np.array([2, 0, 1, -1]))
# run: masked(np.array([1, 5, 3, 0, 9]))
# run: mask_of_target(np.array([True, False, True]))
# run: same_rows(np.arange(6).reshape(3, 2))
# run: rotated(np.arange(9).reshape(3, 3), np.array([0, 1, 2]))
