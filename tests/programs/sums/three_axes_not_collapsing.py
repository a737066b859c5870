# Full sums of 3-d arrays with gaps in one or two places.
import numpy as np


def total(x):
    return np.sum(x)


# run: total(np.random.default_rng(0).standard_normal((7, 20, 300))[:, :, :-1])
# run: total(np.random.default_rng(0).standard_normal((70, 20, 30))[:, :-1])
# run: total(np.random.default_rng(0).standard_normal((70, 20, 30))[:, :-1, :-1])
# run: total(np.random.default_rng(0).standard_normal((70, 20, 30))[::2, :-1])
# run: total(np.random.default_rng(0).standard_normal((30, 20, 70)).T[:, :-1])
