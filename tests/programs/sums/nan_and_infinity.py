# NaN and infinities in sums.
import numpy as np


def total(x):
    return np.sum(x)


# run: total(np.array([1.0, np.nan, 2.0]))
# run: total(np.array([np.inf, 1.0]))
# run: total(np.array([np.inf, -np.inf]))
# run: total(np.full(100, 1e308))
# run: total(np.array([1e308, 1e308, -1e308, -1e308]))
# run: total(np.array([1e16, 1.0, -1e16]))
# run: total(np.arange(100.0) * 5e-324)
