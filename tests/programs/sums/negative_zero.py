# The sum of negative zeros is negative zero, the sum of nothing is zero.
import numpy as np


def total(x):
    return np.sum(x)


def columns(x):
    return np.sum(x, axis=0)


def rows(x):
    return np.sum(x, axis=1)


# run: total(np.array([-0.0]))
# run: total(np.array([-0.0, -0.0, -0.0]))
# run: total(np.full(10, -0.0))
# run: total(np.array([-0.0, 0.0]))
# run: total(np.zeros(0))
# run: columns(np.full((3, 2), -0.0))
# run: rows(np.full((3, 2), -0.0))
# run: columns(np.zeros((0, 2)))
