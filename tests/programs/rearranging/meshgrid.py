# meshgrid in both orders, dense and sparse.
import numpy as np


def grid(x, y):
    return np.meshgrid(x, y), np.meshgrid(x, y, indexing="ij"), np.meshgrid(x, y, sparse=True)


def solid(x):
    a, b, c = np.meshgrid(x, x[:2], x[:1])
    return a + 10 * b + 100 * c, np.meshgrid(x)[0]


# run: grid(np.array([1, 2, 3]), np.array([4., 5.]))
# run: grid(np.zeros(0), np.array([4., 5.])[::-1])
# run: solid(np.array([1, 2, 3]))
