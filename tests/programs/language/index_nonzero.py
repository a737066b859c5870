# nonzero and its kin: the places of elements that are not zero, in C order.
import numpy as np


def places(x):
    return np.nonzero(x)


def where(x):
    return np.where(x > 0)


def first_where(x):
    return np.where(x > 0)[0]


def rows(x):
    return np.argwhere(x)


def flat(x):
    return np.flatnonzero(x)


def method(x):
    return x.nonzero()[0]


def round_trip(x):
    return x[np.nonzero(x)]


# run: places(np.array([1, 0, 2]))
# run: places(np.array([[1, 0, 2], [0, 3, 0]]).T)
# run: places(np.arange(8).reshape(2, 2, 2) % 3)
# run: places(np.zeros((2, 0)))
# run: places(np.array([np.nan, -0.0, 1e-300]))
# run: where(np.array([[1, 0], [-2, 3]]))
# run: first_where(np.array([1, 0, 2]))
# run: rows(np.array([[1, 0, 2], [0, 3, 0]]))
# run: rows(np.array([0., 1., 0.]))
# run: rows(np.zeros((2, 2)))
# run: flat(np.array([[1, 0], [0, 3]]))
# run: method(np.array([True, False, True]))
# run: round_trip(np.arange(-3., 3.).reshape(2, 3))
