# `any` and `all` of truth values, of numbers and of nothing.
import numpy as np


def both(x):
    return np.any(x), np.all(x)


def methods(x):
    return x.any(), x.all()


def rows(x):
    return np.any(x, axis=1), x.all(axis=1)


def condition(x):
    return np.all(x > 0) and np.any(x > 5)


# run: both(np.array([True, False]))
# run: both(np.array([0, 3, 0]))
# run: both(np.array([0.0, -0.0]))
# run: both(np.array([np.nan, 1.0]))
# run: both(np.zeros(0))
# run: methods(np.arange(6).reshape(2, 3)[:, 1:])
# run: methods(np.zeros(5, np.bool_)[::-2])
# run: rows(np.array([[0, 1], [1, 1], [0, 0]]))
# run: rows(np.zeros((2, 0)))
# run: condition(np.arange(1, 8))
# run: condition(np.arange(3))
