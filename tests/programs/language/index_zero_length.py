# Slices without elements: stores do nothing, loads are empty, reductions of them have their identities.
import numpy as np


def slices(x, i, j):
    y = x[i:j]
    x[i:j] = 9
    x[i:j] += 1
    return y.shape, y.sum(), x


def backwards(x):
    return x[3:1], x[1:3:-1], x[-1:0], x[10:], x[:-10], x[::-1][:0]


def empty_value(x):
    x[2:2] = np.zeros(0)
    x[5:2] = np.ones(1)
    return x


def empty_index(x):
    x[[]] = 5
    x[np.zeros(0, np.int64)] += 1
    x[np.zeros(len(x), bool)] = np.zeros(0)
    return x[[]], x


def columns(x):
    x[:, 1:1] = 4
    return x[:, 1:1].shape, x[0:0].shape, x[:, :0].sum(axis=1)


# run: slices(np.arange(5), 2, 2)
# run: slices(np.arange(5), 4, 1)
# run: slices(np.arange(5), -2, -4)
# run: slices(np.zeros(0), 0, 5)
# run: backwards(np.arange(5))
# run: empty_value(np.arange(5.))
# run: empty_index(np.arange(3.))
# run: columns(np.ones((2, 3)))
# run: columns(np.ones((0, 3)))
