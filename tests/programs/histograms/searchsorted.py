# np.searchsorted: scalars and arrays, both sides, NaN last.
import numpy as np


def left(a, v):
    return np.searchsorted(a, v)


def right(a, v):
    return np.searchsorted(a, v, side="right")


# run: left(np.array([1, 2, 2, 5]), 2)
# run: right(np.array([1, 2, 2, 5]), 2)
# run: left(np.array([1.0, 2.0, 2.5, 5.0]), np.array([[0, 2], [3, 9]]))
# run: right(np.arange(40) // 3, np.arange(-2, 20))
# run: left(np.arange(40)[::2] / 3, np.arange(-2, 20)[::-3] * 0.5)
# run: left(np.array([1.0, np.nan, np.nan]), np.array([np.nan, 0.0, np.inf]))
# run: right(np.array([1.0, np.nan, np.nan]), np.array([np.nan, 0.0, np.inf]))
# run: right(np.zeros(0), 1.0)
