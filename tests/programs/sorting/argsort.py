# The places of sorted elements; equal elements keep their order with kind="stable".
import numpy as np


def places(x):
    return np.argsort(x, kind="stable")


def places_axis(x):
    return np.argsort(x, axis=0, kind="stable"), x.argsort(axis=-1, kind="stable"), np.argsort(x, axis=None, kind="stable")


def different(x):
    return np.argsort(x), x[np.argsort(-x)]


def by_keys(a, b):
    return np.lexsort((a, b))


def along(x):
    return np.take_along_axis(x, np.argsort(x, axis=1, kind="stable"), axis=1)


# run: places(np.array([3, 1, 2, 1, 3, 1]))
# run: places(np.arange(100) * 37 % 10)
# run: places(np.array([np.nan, 1., np.nan, 0.]))
# run: places(np.zeros(0))
# run: places(np.arange(50)[::-2] % 7)
# run: places_axis(np.array([[3, 1, 2], [0, 5, 0]]))
# run: places_axis(np.array([[3, 1, 2], [0, 5, 0]]).T)
# run: places_axis(np.zeros((0, 3)))
# run: different(np.arange(9.) * 4 % 9)
# run: by_keys(np.array([9, 4, 0, 4, 0, 2, 1]), np.array([1, 5, 1, 4, 3, 4, 4]))
# run: along(np.array([[3., 1., 2.], [0., np.nan, -1.]]))
