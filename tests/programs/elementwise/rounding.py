# `np.floor`, `np.ceil` and `np.rint`, which goes to even at halves.
import numpy as np


def down(x):
    return np.floor(x)


def up(x):
    return np.ceil(x)


def nearest(x):
    return np.rint(x)


# run: down(np.array([1.5, -1.5, -0.0, 0.5, -0.5, np.inf, np.nan]))
# run: down(np.arange(-8, 8, dtype=np.float32)[::-3] / 4)
# run: up(np.array([1.5, -1.5, -0.0, 0.5, -0.5, -np.inf, np.nan]))
# run: up(np.arange(-8, 8).reshape(4, 4).T / 4)
# run: nearest(np.array([0.5, 1.5, 2.5, -0.5, -1.5, 2.4999999999999996, 4503599627370497.0]))
# run: nearest(np.arange(-8, 8, dtype=np.float32) / 4)
# run: down(2.7)
# run: up(np.float32(2.3))
# run: nearest(2.5)
