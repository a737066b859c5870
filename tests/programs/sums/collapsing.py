# Several axes that lie together in memory are one run: C order, F order, or any permutation.
import numpy as np


def total(x):
    return np.sum(x)


# run: total(np.random.default_rng(0).standard_normal((37, 53)))
# run: total(np.random.default_rng(0).standard_normal((37, 53)).T)
# run: total(np.asfortranarray(np.random.default_rng(0).standard_normal((37, 53))))
# run: total(np.random.default_rng(0).standard_normal((7, 11, 13)))
# run: total(np.random.default_rng(0).standard_normal((7, 11, 13)).transpose(1, 2, 0))
# run: total(np.random.default_rng(0).standard_normal((7, 11, 13)).transpose(2, 0, 1))
# run: total(np.random.default_rng(0).standard_normal((100, 11, 13))[10:90])
# run: total(np.random.default_rng(0).standard_normal((300, 400)))
# run: total(np.random.default_rng(0).standard_normal((20, 30, 2))[:, :, 1])
