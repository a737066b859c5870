# Running sums are added in order, flat ones in C order of the indices.
import numpy as np


def running(x):
    return np.cumsum(x)


def down(x):
    return x.cumsum(axis=0)


# run: running(np.random.default_rng(0).standard_normal(500))
# run: running(np.random.default_rng(0).standard_normal(1000)[::-2])
# run: running(np.random.default_rng(0).standard_normal((20, 30)).T)
# run: running(np.random.default_rng(0).standard_normal(500).astype(np.float32))
# run: down(np.random.default_rng(0).standard_normal((100, 7)))
# run: down(np.random.default_rng(0).standard_normal((7, 100)).T)
