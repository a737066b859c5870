# Sums of float32 are pairwise in float32.
import numpy as np


def total(x):
    return np.sum(x)


# run: total(np.full(1000000, 0.1, np.float32))
# run: total(np.random.default_rng(0).standard_normal(777).astype(np.float32))
# run: total(np.random.default_rng(1).standard_normal(100001).astype(np.float32)[::-2])
# run: total(np.random.default_rng(2).standard_normal((37, 53)).astype(np.float32).T)
# run: total(np.random.default_rng(3).standard_normal((300, 101)).astype(np.float32)[:, :-1])
