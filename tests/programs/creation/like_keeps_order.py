# The `like` forms keep the memory order of their model, which a sum of floats can tell.
import numpy as np


def filled_sum(x):
    y = np.empty_like(x)
    y[...] = x
    return y.sum()


def copied_sum(x):
    return x.copy().sum(), np.copy(x).sum()


def zeros_plus(x):
    y = np.zeros_like(x)
    y += x
    return y.sum()


# run: filled_sum(np.random.default_rng(0).standard_normal((37, 53)))
# run: filled_sum(np.random.default_rng(0).standard_normal((37, 53)).T)
# run: filled_sum(np.random.default_rng(0).standard_normal((7, 11, 13)).transpose(1, 2, 0))
# run: filled_sum(np.random.default_rng(0).standard_normal((37, 53))[::-1])
# run: copied_sum(np.random.default_rng(0).standard_normal((37, 53)).T)
# run: copied_sum(np.random.default_rng(0).standard_normal((37, 54))[:, ::2].T)
# run: zeros_plus(np.random.default_rng(0).standard_normal((37, 53)).T)
