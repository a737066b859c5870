# isclose, allclose, array_equal, array_equiv.
import numpy as np


def close(x, y):
    return np.isclose(x, y), np.allclose(x, y), np.isclose(x, y, rtol=0.1), np.isclose(x, y, atol=1.0), np.isclose(x, y, equal_nan=True)


def equal(x, y):
    return np.array_equal(x, y), np.array_equiv(x, y)


def equal_nan(x, y):
    return np.array_equal(x, y, equal_nan=True)


# run: close(np.array([1., 2., np.nan, np.inf]), np.array([1. + 1e-9, 2.1, np.nan, np.inf]))
# run: close(np.array([[1, 2], [300, 4]]), np.array([1, 3]))
# run: close(1.0, 1.0 + 1e-9)
# run: close(np.float32(1.0), np.array([1.0, 1.1], dtype=np.float32))
# run: close(np.zeros(0), np.zeros(0))
# run: close(np.inf, -np.inf)
# run: equal(np.array([1, 2]), np.array([1., 2.]))
# run: equal(np.array([1, 2]), np.array([1, 2, 3]))
# run: equal(np.array([1, 2]), np.array([[1, 2], [1, 2]]))
# run: equal(np.zeros((0, 2)), np.zeros((0, 2)))
# run: equal_nan(np.array([1., np.nan]), np.array([1., np.nan]))
