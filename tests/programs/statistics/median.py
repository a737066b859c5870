# The median: odd and even numbers of values, NaN, axes.
import numpy as np


def median(x):
    return np.median(x)


def axes(x):
    return np.median(x, axis=0), np.median(x, axis=-1, keepdims=True), np.median(x, axis=(0, 1))


def without_nan(x):
    return np.nanmedian(x), np.nanmedian(x, axis=0)


# run: median(np.array([3., 1., 2.]))
# run: median(np.array([3, 1, 2, 10]))
# run: median(np.array([3., np.nan, 2., 10.]))
# run: median(np.arange(20, dtype=np.float32)[::-3])
# run: median(np.zeros(0))
# run: median(np.arange(24).reshape(2, 3, 4)[:, ::2])
# run: median(np.array([True, False, True]))
# run: axes(np.array([[3., 1., np.nan, 4.], [0., 7., 2., 5.]]))
# run: axes(np.array([[3, 1], [0, 7], [4, 4]]).T)
# run: without_nan(np.array([[3., 1., np.nan, 4.], [0., 7., 2., np.nan]]))
# run: without_nan(np.array([[np.nan, np.nan]]))
