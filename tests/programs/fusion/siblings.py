# Reductions of the same elements go in one loop, and equal ones are made once; stores between them keep them apart.

import numpy as np


def extremes(x):
    return x.min(), x.max(), x.argmin(), x.argmax(), (x > 0).any(), (x > 0).all()


def spread(x):
    return x.mean(), x.var(), x.std(), x.max() - x.min()


def between(x):
    a = x.sum()
    b = x.max()
    x[0] = 9
    c = x.sum()
    d = x.max()
    for i in range(3):
        c += x.sum()
        x[1] += 1
        d += x.min() + x.sum()
    return a, b, c, d


def of_two(x, y):
    return x.max(), (x + y).min(), (x * y).max(), y.argmax(), x.sum(), (x - y).sum()


def whole_numbers(x):
    return x.sum(), (x * x).sum(), x.prod(), x.min(), (x % 2 == 0).sum()


def kept(x, n):
    # The same array goes round and round.
    y = x * 2
    for i in range(n):
        for j in range(n):
            y[j % 2 :] += x[: x.size - j % 2]
    return y


# run: extremes(np.array([3.0, -1.0, 7.0, 7.0, -1.0]))
# run: extremes(np.array([3.0, np.nan, 7.0, np.nan, -np.inf]))
# run: extremes(np.array([np.nan, 3.0]))
# run: extremes(np.array([np.inf, np.inf]))
# run: extremes(np.array([-np.inf, -np.inf]))
# run: extremes(np.array([[3.0, -1.0], [7.0, 8.0]]).T)
# run: extremes(np.arange(40.0).reshape(5, 8)[::-2, 1::3])
# run: extremes(np.arange(40, dtype=np.uint8)[::-1])
# run: extremes(np.array([True, False]))
# run: extremes(np.array(5.0))
# run: x = np.arange(100000.0).reshape(-1, 8); extremes(x[:, 1] % 977)
# raises: ValueError: zero-size array to reduction operation minimum which has no identity
# run: extremes(np.zeros(0))
# run: spread(np.arange(1000.0) ** 0.5)
# run: spread(np.arange(1000, dtype=np.float32)[::3])
# run: spread(np.arange(24).reshape(4, 6).T)
# run: spread(np.arange(9, dtype=np.complex128)[1:] * (1 + 2j))
# run: spread(np.array([1.0, np.nan]))
# run: between(np.arange(5))
# run: between(np.arange(6.0)[::-1])
# run: x = np.arange(6.0); of_two(x, x[::-1])
# run: x = np.arange(6.0).reshape(2, 3); of_two(x, x.T.reshape(2, 3))
# run: x = np.arange(6.0).reshape(2, 3); of_two(x, np.asfortranarray(x))
# run: whole_numbers(np.arange(1, 20, dtype=np.int8))
# run: whole_numbers(np.arange(1, 20, dtype=np.uint32)[::3])
# run: whole_numbers(np.zeros((0, 3), np.int64) if False else np.ones((2, 3), np.int64))
# run: kept(np.arange(6.0), 3)
# run: kept(np.arange(6.0), 0)
