# Percentiles and quantiles by all methods that are there, for one or several parts.
import numpy as np


def percentile(x, q):
    return np.percentile(x, q)


def quantile(x, q):
    return np.quantile(x, q), np.quantile(x, q, axis=0), np.quantile(x, q, axis=1, keepdims=True)


def several(x):
    return np.percentile(x, [0, 25, 50, 75, 100])


def several_axis(x):
    return np.quantile(x, np.array([0.1, 0.9]), axis=0)


def methods(x, q):
    return (
        np.quantile(x, q, method="lower"),
        np.quantile(x, q, method="higher"),
        np.quantile(x, q, method="nearest"),
        np.quantile(x, q, method="midpoint"),
        np.quantile(x, q, method="hazen"),
        np.quantile(x, q, method="weibull"),
        np.quantile(x, q, method="median_unbiased"),
        np.quantile(x, q, method="normal_unbiased"),
        np.quantile(x, q, method="interpolated_inverted_cdf"),
        np.quantile(x, q, method="averaged_inverted_cdf"),
        np.quantile(x, q, method="inverted_cdf"),
    )


# run: percentile(np.array([1, 2, 3, 4]), 30)
# run: percentile(np.array([1., 2., np.nan]), 50)
# run: percentile(np.arange(11.)[::-1] / 3, 37.5)
# run: percentile(np.array([7.5]), 99)
# run: percentile(np.arange(10, dtype=np.float32) / 3, 21)
# raises: ValueError
# run: percentile(np.array([1, 2, 3, 4]), 130)
# run: quantile(np.array([[3., 1., 2.], [0., 7., 5.]]), 0.3)
# run: quantile(np.array([[3, 1, 2], [0, 7, 5]]).T, 0.75)
# run: several(np.array([3., 1., 2., 10.]))
# run: several(np.array([[3, 1], [2, 10]]))
# run: several_axis(np.array([[3., 1., 2.], [0., 7., 5.], [1., 1., 9.]]))
# run: methods(np.array([3., 1., 2., 10., 4.5, 0.25]), 0.3)
# run: methods(np.array([3., 1., 2., 10., 4.5, 0.25]), 0.5)
# run: methods(np.array([3., 1., 2., 10., 4.5]), 0.0)
# run: methods(np.array([3., 1., 2., 10., 4.5]), 1.0)
# run: methods(np.arange(9.) * 5 % 9, 0.62)
