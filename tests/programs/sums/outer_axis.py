# Along an outer axis each column is summed in order.
import numpy as np


def columns(x):
    return np.sum(x, axis=0)


def rows(x):
    return np.sum(x, axis=1)


# run: columns(np.random.default_rng(0).standard_normal((300, 20)))
# run: columns(np.random.default_rng(0).standard_normal((300, 2)))
# run: columns(np.random.default_rng(0).standard_normal((300, 40))[:, ::2])
# run: columns(np.random.default_rng(0).standard_normal((300, 20))[::-1])
# run: columns(np.random.default_rng(0).standard_normal((20, 300)).T)
# run: rows(np.random.default_rng(0).standard_normal((300, 20)).T)
# run: rows(np.random.default_rng(0).standard_normal((5, 300, 7)))
# run: columns(np.random.default_rng(0).standard_normal((300, 5, 7)))
# run: columns(np.random.default_rng(0).standard_normal((300, 5, 7)).transpose(0, 2, 1))
