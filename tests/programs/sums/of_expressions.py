# A temporary has the memory order of its operands, so the sum of an expression follows it.
import numpy as np


def squares(x):
    return (x * x).sum()


def difference(x, y):
    return np.sum(x - y)


def scaled(x):
    return (2.0 * x + 1.0).sum()


def roots(x):
    return np.sqrt(np.abs(x)).sum()


# run: squares(np.random.default_rng(0).standard_normal((37, 53)))
# run: squares(np.asfortranarray(np.random.default_rng(0).standard_normal((37, 53))))
# run: squares(np.random.default_rng(0).standard_normal((7, 11, 13)).transpose(1, 2, 0))
# run: squares(np.random.default_rng(0).standard_normal((300, 101))[:, :-1])
# run: squares(np.random.default_rng(0).standard_normal(3000)[::-2])
# run: difference(np.random.default_rng(0).standard_normal((37, 53)), np.random.default_rng(1).standard_normal((53, 37)).T)
# run: difference(np.random.default_rng(0).standard_normal((37, 53)).T, np.random.default_rng(1).standard_normal(37))
# run: scaled(np.random.default_rng(0).standard_normal((37, 53)).T)
# run: roots(np.random.default_rng(0).standard_normal((53, 37)).T[:, ::2])
