# `np.arctan2` in all quadrants, with zeros and infinities.
# ulp: 2
import numpy as np


def angle(y, x):
    return np.arctan2(y, x)


# run: angle(np.array([1.0, 1.0, -1.0, -1.0]), np.array([1.0, -1.0, 1.0, -1.0]))
# run: angle(np.array([0.0, -0.0, 0.0, -0.0]), np.array([1.0, 1.0, -1.0, -1.0]))
# run: angle(np.array([0.0, -0.0, 0.0, -0.0]), np.array([0.0, 0.0, -0.0, -0.0]))
# run: angle(np.array([np.inf, -np.inf, np.inf, 1.0, 1.0]), np.array([np.inf, np.inf, -np.inf, np.inf, -np.inf]))
# run: angle(np.array([np.nan, 1.0]), np.array([1.0, np.nan]))
# run: angle(np.random.default_rng(0).standard_normal(5000), np.random.default_rng(1).standard_normal(5000))
# run: angle(3, 4)
# run: angle(np.arange(3), np.arange(3)[:, None] - 1)
# run: angle(np.float32(1), np.float32(-2))
