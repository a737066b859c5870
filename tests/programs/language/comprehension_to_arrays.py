# Lists made by comprehensions become arrays: of one and two axes, with dtypes.
import numpy as np


def squares(n):
    return np.array([i * i for i in range(n)], dtype=np.float32)


def grid(n):
    return np.array([[i - j for j in range(n)] for i in range(n)])


def points(n):
    return np.array([(i * 0.5, i * 0.25) for i in range(n)]).sum(axis=0)


def stacked(n):
    return np.array([np.arange(3) * k for k in range(1, n)])


def ragged(n):
    return np.array([[j for j in range(i)] for i in range(n)])


# run: squares(4)
# run: grid(3)
# run: points(5)
# run: stacked(4)
# raises: ValueError
# run: ragged(3)
