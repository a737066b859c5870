# Different values with their first places, inverse and counts; sets of values.
import numpy as np


def values(x):
    return np.unique(x)


def everything(x):
    return np.unique(x, return_index=True, return_inverse=True, return_counts=True)


def counts(x):
    v, c = np.unique(x, return_counts=True)
    return v, c


def rebuilt(x):
    v, i = np.unique(x, return_inverse=True)
    return v[i]


def nans_differ(x):
    return np.unique(x, equal_nan=False).size


def sets(a, b):
    return np.intersect1d(a, b), np.union1d(a, b), np.setdiff1d(a, b), np.setxor1d(a, b), np.isin(a, b), np.isin(a, b, invert=True)


# run: values(np.array([3, 1, 3, 2, 1]))
# run: values(np.array([np.nan, 1., np.nan, -0.5]))
# run: values(np.arange(24).reshape(4, 6)[::2, ::-3] % 5)
# run: values(np.zeros(0))
# run: values(np.array([True, False, True]))
# run: everything(np.array([3, 1, 3, 2, 1]))
# run: everything(np.array([[3., 1.], [np.nan, 3.]]))
# run: everything(np.array([7]))
# run: counts(np.arange(100) % 7)
# run: rebuilt(np.array([[5, 3], [3, 5]]).T)
# run: nans_differ(np.array([np.nan, 1., np.nan]))
# run: sets(np.array([1, 2, 3, 2, 4]), np.array([3, 4, 5, 5]))
# run: sets(np.array([1., 2.]), np.array([3, 2]))
# run: sets(np.array([1, 2]), np.zeros(0, np.int64))
