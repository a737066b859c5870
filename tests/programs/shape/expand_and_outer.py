# Outer products, distance tables and grids by newaxis.
import numpy as np


def table(n):
    return np.arange(1, n + 1)[:, None] * np.arange(1, n + 1)


def distances(x, y):
    d = x[:, None, :] - y[None, :, :]
    return np.sqrt((d * d).sum(axis=-1))


def grid(n, m):
    x = np.linspace(-1, 1, m)
    y = np.linspace(-1, 1, n)[:, np.newaxis]
    return x * x + y * y


# run: table(5)
# run: table(0)
# run: distances(np.arange(6.0).reshape(3, 2), np.arange(8.0).reshape(4, 2) / 3)
# run: distances(np.random.default_rng(0).random((20, 13)), np.random.default_rng(1).random((13, 30)).T)
# run: grid(3, 5)
