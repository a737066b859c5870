# IndexError before anything is stored, whichever store it is.
import numpy as np


def put(x, i):
    x[i] = 7


def put_two(x, i, j):
    x[i, j] = 7


def put_row(x, i):
    x[i] += 1


def put_values(x, i, v):
    x[i] = v


def put_mask(x, m, v):
    x[m] = v


def after_some(x, i):
    x[0] = 5
    x[i] = 6
    x[1] = 7


def element(x, i):
    return x[i]


# raises: IndexError
# run: put(np.zeros(3), np.array([0, 3]))
# raises: IndexError
# run: put(np.zeros(3), 3)
# raises: IndexError
# run: put(np.zeros((3, 2)), -4)
# raises: IndexError
# run: put_two(np.zeros((3, 2)), np.array([0, 1]), np.array([0, 2]))
# raises: IndexError
# run: put_two(np.zeros((3, 2)), 1, 2)
# raises: IndexError
# run: put_row(np.zeros((3, 2)), np.array([1, -4]))
# raises: IndexError
# run: put_values(np.zeros(3), np.array([0, 5]), np.array([1., 2.]))
# raises: ValueError
# run: put_values(np.zeros(3), np.array([0, 1]), np.array([1., 2., 3.]))
# raises: ValueError
# run: put_mask(np.zeros(3), np.array([True, True, False]), np.array([1., 2., 3.]))
# raises: IndexError
# run: put_mask(np.zeros(3), np.array([True, True]), np.array([1., 2.]))
# raises: IndexError
# run: after_some(np.zeros(3), np.array([2, 7]))
# raises: IndexError
# run: element(np.zeros(0), 0)
# raises: IndexError
# run: element(np.arange(3), -4)
