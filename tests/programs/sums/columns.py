# Sums over axes in front of a short last one: of any length, layout and dtype, alone and of products that were never stored.

import numpy as np


def columns(x):
    return x.sum(axis=0)


def middle(x):
    return x.sum(axis=1)


def all_but_last(x):
    return x.sum(axis=(0, 1, 2))


def products(image, kernel):
    return np.sum(image[:, :, :, :, np.newaxis] * kernel[np.newaxis], axis=(1, 2, 3))


def window(image, kernel, i, j):
    n, m = kernel.shape[0], kernel.shape[1]
    return np.sum(image[:, i:i + n, j:j + m, :, np.newaxis] * kernel[np.newaxis, :, :, :], axis=(1, 2, 3))


def weighted(x, w):
    return (x * w[:, np.newaxis] + 1).sum(axis=0)


def wide(x):
    return x.sum(axis=0, dtype=np.float64)


def spread_of(x):
    return x.var(axis=0), x.mean(axis=0)


# run: columns(np.sin(np.arange(300.0)).reshape(100, 3))
# run: columns(np.sin(np.arange(1900.0)).reshape(100, 19))
# run: columns(np.sin(np.arange(3300.0)).reshape(100, 33))
# run: columns(np.sin(np.arange(1000.0)).reshape(1000, 1))
# run: columns(np.sin(np.arange(3200, dtype=np.float32)).reshape(100, 32)[::-1, ::2])
# run: columns(np.sin(np.arange(3200, dtype=np.float32)).reshape(100, 32)[::3, ::-1])
# run: columns(np.sin(np.arange(3200.0)).reshape(32, 100).T)
# run: columns(np.zeros((0, 9)))
# run: columns(np.zeros((9, 0)))
# run: columns(-np.zeros((4, 9)))
# run: columns(np.array([[np.nan, np.inf, -np.inf, -0.0, 1e308, 5e-324, 1, 2, 3]] * 3))
# run: columns(np.arange(30).reshape(3, 10) * (1 + 2j))
# run: middle(np.sin(np.arange(5 * 7 * 9, dtype=np.float32)).reshape(5, 7, 9))
# run: middle(np.sin(np.arange(5 * 7 * 9)).reshape(9, 7, 5).transpose(1, 2, 0))
# run: all_but_last(np.sin(np.arange(2 * 3 * 4 * 17.0)).reshape(2, 3, 4, 17))
# run: all_but_last(np.sin(np.arange(2 * 3 * 4 * 17.0)).reshape(2, 3, 4, 17)[:, ::2, ::-1, 1:])
# run: a = np.sin(np.arange(2 * 5 * 5 * 3, dtype=np.float32)).reshape(2, 5, 5, 3); products(a, np.cos(np.arange(5 * 5 * 3 * 8, dtype=np.float32)).reshape(5, 5, 3, 8))
# run: a = np.sin(np.arange(2 * 5 * 5 * 3, dtype=np.float32)).reshape(2, 5, 5, 3); products(a, np.cos(np.arange(5 * 5 * 3 * 1, dtype=np.float32)).reshape(5, 5, 3, 1))
# run: a = np.sin(np.arange(2 * 5 * 5 * 3.0)).reshape(2, 5, 5, 3); products(a, np.cos(np.arange(5 * 3 * 13.0)).reshape(5, 1, 3, 13))
# run: a = np.sin(np.arange(2 * 9 * 9 * 3.0)).reshape(2, 9, 9, 3); window(a, np.cos(np.arange(4 * 5 * 3 * 11.0)).reshape(4, 5, 3, 11), 2, 3)
# run: a = np.sin(np.arange(2 * 9 * 9 * 3.0)).reshape(2, 9, 9, 3); window(a[:, ::-1], np.cos(np.arange(4 * 5 * 3 * 11.0)).reshape(4, 5, 3, 11)[..., ::-1], 1, 0)
# run: a = np.sin(np.arange(1 * 9 * 9 * 1.0)).reshape(1, 9, 9, 1); window(a, np.cos(np.arange(4 * 5 * 8.0)).reshape(4, 5, 1, 8), 2, 3)
# run: weighted(np.sin(np.arange(70.0)).reshape(7, 10), np.arange(7.0))
# run: weighted(np.sin(np.arange(70, dtype=np.float32)).reshape(7, 10)[:, ::2], np.arange(7, dtype=np.float32))
# run: wide(np.sin(np.arange(90, dtype=np.float32)).reshape(9, 10))
# run: wide(np.arange(90, dtype=np.int16).reshape(9, 10))
# run: spread_of(np.sin(np.arange(90, dtype=np.float32)).reshape(9, 10))
