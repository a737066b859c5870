# `astype` keeps the memory order, which a sum of floats can tell.
import numpy as np


def total(x):
    return x.astype(np.float64).sum()


# run: total(np.random.default_rng(0).standard_normal((37, 53)).astype(np.float32))
# run: total(np.random.default_rng(0).standard_normal((37, 53)).astype(np.float32).T)
# run: total(np.random.default_rng(0).standard_normal((7, 11, 13)).astype(np.float32).transpose(1, 2, 0))
# run: total(np.random.default_rng(0).standard_normal((37, 54)).astype(np.float32)[:, ::2].T)
