# Products are multiplied in order, in memory order where axes collapse.
import numpy as np


def product(x):
    return np.prod(x)


def columns(x):
    return x.prod(axis=0)


def rows(x):
    return x.prod(axis=1)


# run: product(np.random.default_rng(0).uniform(0.5, 2, 500))
# run: product(np.random.default_rng(0).uniform(0.5, 2, 500)[::-1])
# run: product(np.random.default_rng(0).uniform(0.5, 2, (20, 30)).T)
# run: product(np.random.default_rng(0).uniform(0.5, 2, (20, 31))[:, :-1])
# run: product(np.random.default_rng(0).uniform(0.5, 2, 300).astype(np.float32))
# run: columns(np.random.default_rng(0).uniform(0.5, 2, (100, 7)))
# run: rows(np.random.default_rng(0).uniform(0.5, 2, (7, 100)))
