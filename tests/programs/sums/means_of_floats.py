# Means of floats: the sum in the order of `sum`, then one division.
import numpy as np


def mean(x):
    return np.mean(x)


def columns(x):
    return x.mean(axis=0)


def rows(x):
    return x.mean(axis=1)


# run: mean(np.full(100000, 0.1, np.float32))
# run: mean(np.random.default_rng(0).standard_normal((37, 53)))
# run: mean(np.random.default_rng(0).standard_normal((300, 101))[:, :-1])
# run: columns(np.random.default_rng(0).standard_normal((300, 20)))
# run: rows(np.random.default_rng(0).standard_normal((20, 300)))
# run: rows(np.random.default_rng(0).standard_normal((20, 300)).astype(np.float32))
# run: columns(np.random.default_rng(0).standard_normal((300, 20)).astype(np.float32))
