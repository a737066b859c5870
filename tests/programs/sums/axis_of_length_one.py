# Axes of length one are dropped before the order is decided.
import numpy as np


def columns(x):
    return x.sum(axis=0)


def rows(x):
    return x.sum(axis=1)


def total(x):
    return x.sum()


# run: columns(np.random.default_rng(0).standard_normal((300, 1)))
# run: columns(np.random.default_rng(0).standard_normal((1, 300)))
# run: rows(np.random.default_rng(0).standard_normal((300, 1)))
# run: rows(np.random.default_rng(0).standard_normal((1, 300)))
# run: columns(np.random.default_rng(0).standard_normal((300, 5))[:, 2:3])
# run: total(np.random.default_rng(0).standard_normal((300, 1)))
# run: total(np.random.default_rng(0).standard_normal((300, 5))[:, 2:3])
# run: total(np.random.default_rng(0).standard_normal((1, 300, 1)))
