# Masks and targets that share memory, masked augmented assignment with values of the array itself.
import numpy as np


def by_own_values(x):
    x[x > 2] -= x[x > 2].sum()


def clamp(x):
    x[x > 5] = 5
    x[x < 1] = x.max()


def mask_of_view(x):
    v = x[1:]
    v[v % 2 == 0] = -1
    x[:-1][x[1:] == -1] += 100


def rows(x):
    x[x[:, 0] > 2] = x[0]


def columns(x):
    x[:, x[0] > 0] *= 10


def flags(m):
    m[m] = False
    m[~m] = m[~m]
    m[:2][m[:2] == False] = True  # noqa: E712


def nested(x):
    x[x > 1][0] = 99
    y = x[x > 1]
    y[0] = 77
    return y


# run: by_own_values(np.arange(6))
# run: clamp(np.array([0, 9, 3, 7]))
# run: mask_of_view(np.arange(7))
# run: rows(np.arange(8).reshape(4, 2))
# run: columns(np.arange(6).reshape(2, 3))
# run: flags(np.array([True, False, True]))
# run: nested(np.arange(4))
