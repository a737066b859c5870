# 1-d sums of strided and reversed arrays go in logical order.
import numpy as np


def total(x):
    return np.sum(x)


def slice_total(x):
    return x[1::3].sum()


# run: total(np.random.default_rng(0).standard_normal(5000)[::2])
# run: total(np.random.default_rng(0).standard_normal(5000)[::-1])
# run: total(np.random.default_rng(0).standard_normal(5001)[::-7])
# run: total(np.random.default_rng(0).standard_normal((500, 3))[:, 1])
# run: total(np.random.default_rng(0).standard_normal((3, 500))[::-1, 7])
# run: slice_total(np.random.default_rng(1).standard_normal(100000))
# run: total(np.broadcast_to(0.1, 1000))
