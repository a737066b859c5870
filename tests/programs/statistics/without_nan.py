# Reductions that leave NaN out.
import numpy as np


def sums(x):
    return np.nansum(x), np.nansum(x, axis=0), np.nanprod(x, axis=1), np.nancumsum(x), np.nancumprod(x, axis=0)


def means(x):
    return np.nanmean(x), np.nanmean(x, axis=0), np.nanvar(x, axis=1), np.nanstd(x), np.nanvar(x, ddof=1)


def extremes(x):
    return np.nanmin(x), np.nanmax(x, axis=0), np.nanmin(x, axis=1, keepdims=True)


def places(x):
    return np.nanargmin(x), np.nanargmax(x, axis=1)


def of_integers(x):
    return np.nansum(x), np.nanmax(x), np.nanmean(x)


def finite(x):
    return np.nan_to_num(x), np.nan_to_num(x, nan=-1.0, posinf=9.0, neginf=-9.0)


# run: sums(np.array([[1., np.nan, 3.], [np.nan, 5., 6.]]))
# run: sums(np.array([[1., np.nan, 3.], [np.nan, 5., 6.]]).T[::-1])
# run: means(np.array([[1., np.nan, 3.], [np.nan, 5., 6.]]))
# run: means(np.array([[1., np.nan, 3.], [0.5, 5., 6.]], dtype=np.float32))
# run: means(np.array([[np.nan, np.nan], [1., 2.]]))
# run: extremes(np.array([[1., np.nan, 3.], [np.nan, 5., -6.]]))
# run: extremes(np.array([[np.nan, np.nan], [1., 2.]]))
# run: places(np.array([[1., np.nan, 3.], [np.nan, 5., -6.]]))
# raises: ValueError
# run: places(np.array([[np.nan, np.nan], [1., 2.]]))
# run: of_integers(np.array([3, 1, 2]))
# run: finite(np.array([np.nan, np.inf, -np.inf, 1.5]))
# run: finite(np.array([np.nan, np.inf, -np.inf, 1.5], dtype=np.float32))
