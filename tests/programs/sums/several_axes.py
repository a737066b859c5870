# Sums over some of three or four axes.
import numpy as np


def outer_and_inner(x):
    return np.sum(x, axis=(0, 2))


def last_two(x):
    return np.sum(x, axis=(1, 2))


def first_two(x):
    return np.sum(x, axis=(0, 1))


# run: outer_and_inner(np.random.default_rng(0).standard_normal((7, 11, 13)))
# run: outer_and_inner(np.random.default_rng(0).standard_normal((7, 11, 300)))
# run: outer_and_inner(np.random.default_rng(0).standard_normal((13, 11, 7)).T)
# run: last_two(np.random.default_rng(0).standard_normal((7, 11, 13)))
# run: last_two(np.random.default_rng(0).standard_normal((3, 200, 13))[:, :, :-1])
# run: first_two(np.random.default_rng(0).standard_normal((7, 11, 13)))
# run: first_two(np.random.default_rng(0).standard_normal((70, 11, 3))[:, ::2])
