# Reductions of expressions, and expressions of reductions.
import numpy as np


def norm(x):
    return np.sqrt((x * x).sum())


def variance(x):
    m = x.mean()
    return ((x - m) ** 2).mean()


def standardize(x):
    m = x.mean(axis=0)
    d = x - m
    return d / np.sqrt((d * d).mean(axis=0))


def count_between(x, low, high):
    return np.sum((x >= low) & (x < high))


def spread(x):
    return x.max() - x.min()


# run: norm(np.arange(5.0))
# run: norm(((np.arange(1000) * 7919) % 1000 - 500) * 1.1e-3)
# run: norm(np.arange(6, dtype=np.float32).reshape(2, 3).T)
# run: variance(np.arange(100.0) * 0.37)
# run: standardize(np.arange(12.0).reshape(4, 3) ** 2)
# run: standardize(np.asfortranarray(np.arange(12.0).reshape(4, 3) ** 2))
# run: count_between(np.arange(100), 10, 20)
# run: count_between(np.arange(100.0)[::-3] / 7, 2.5, 7)
# run: spread(np.arange(10, dtype=np.uint8))
# run: spread(np.array([-100, 100], np.int8))
