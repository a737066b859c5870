# Functions of scalars and of 0-d arrays give NumPy scalars, of 1-element arrays arrays.
import numpy as np


def root(x):
    return np.sqrt(x)


def add(x, y):
    return np.add(x, y)


def absolute(x):
    return np.abs(x)


# run: root(4)
# run: root(np.array(4.0))
# run: root(np.array([4.0]))
# run: add(1, 2)
# run: add(True, True)
# run: add(1, 2.5)
# run: add(np.array(1), np.array(2))
# run: absolute(-5)
# run: absolute(True)
