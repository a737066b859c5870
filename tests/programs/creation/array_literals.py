# `np.array` of lists and tuples of numbers, nested ones too.
import numpy as np


def ints(a, b):
    return np.array([a, b, 3])


def mixed(n):
    return np.array([1, 2.5, n])


def nested(n):
    return np.array([[1, 2], [3, n]])


def typed(x):
    return np.array([x, 2, 3], dtype=np.float32), np.array((True, False)), np.array([1, 2], np.uint8)


def scalar(x):
    return np.array(x)


def copy(x):
    y = np.array(x)
    y[0] = 100
    return y


# run: ints(1, 2)
# run: mixed(3)
# run: nested(4)
# run: nested(0.5)
# run: typed(0.1)
# run: scalar(5)
# run: scalar(2.5)
# run: copy(np.arange(3))
