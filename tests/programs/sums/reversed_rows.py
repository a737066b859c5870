# Full sums of arrays whose rows or columns are reversed.
import numpy as np


def total(x):
    return np.sum(x)


# run: total(np.random.default_rng(0).standard_normal((37, 53))[::-1])
# run: total(np.random.default_rng(0).standard_normal((37, 53))[:, ::-1])
# run: total(np.random.default_rng(0).standard_normal((37, 53))[::-1, ::-1])
# run: total(np.random.default_rng(0).standard_normal((37, 53)).T[::-1])
# run: total(np.random.default_rng(0).standard_normal((300, 101))[::-1, :-1])
