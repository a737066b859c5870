# A reduction of the target is computed before the target changes.
import numpy as np


def normalize(x):
    x /= x.sum()


def center(x):
    x -= np.mean(x, axis=0)


def subtract_first(x):
    x -= x[0]


def scale_by_last(x):
    x *= x[-1:]


def zero_d(x):
    x -= x[0, ...]


# run: normalize(np.arange(1.0, 5.0))
# run: center(np.arange(6.0).reshape(3, 2) ** 2)
# run: subtract_first(np.arange(5) + 3)
# run: scale_by_last(np.arange(1, 5))
# run: zero_d(np.arange(5) + 3)
