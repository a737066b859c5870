# searchsorted with a sorter, digitize.
import numpy as np


def with_sorter(x, v):
    return np.searchsorted(x, v, sorter=np.argsort(x)), np.searchsorted(x, v, side="right", sorter=np.argsort(x))


def bins(x, edges):
    return np.digitize(x, edges), np.digitize(x, edges, right=True)


# run: with_sorter(np.array([3., 1., 2.]), np.array([2., 0., 9.]))
# run: bins(np.array([0.2, 6.4, 3.0, 1.6, -1, 99, np.nan]), np.array([0.0, 1.0, 2.5, 4.0, 10.0]))
# run: bins(np.array([1.2, 10.0, 12.4, 15.5, 20.]), np.array([20, 15, 10, 5, 0]))
# run: bins(np.arange(12).reshape(3, 4)[:, ::-2], np.array([3, 3, 8]))
# raises: ValueError
# run: bins(np.array([1.]), np.array([1., 3., 2.]))
