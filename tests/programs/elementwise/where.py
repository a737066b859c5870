# `np.where` chooses element by element, with broadcasting and promotion.
import numpy as np


def choose(c, x, y):
    return np.where(c, x, y)


def relu(x):
    return np.where(x > 0, x, 0)


def steps(x):
    return np.where(x < 0, -1, np.where(x > 0, 1, 0))


# run: choose(np.array([True, False, True]), np.arange(3), np.arange(3) * 10)
# run: choose(np.array([True, False, True]), 1, 2.5)
# run: choose(np.arange(3) % 2, np.arange(3.0), np.arange(3, dtype=np.int8))
# run: choose(np.array([[True], [False]]), np.arange(3), -1)
# run: choose(np.array([True, False]), np.arange(4).reshape(2, 2).T, np.zeros(2, np.float32))
# run: choose(True, 1, 2)
# run: choose(np.zeros(0, np.bool_), np.zeros(0), 1.0)
# run: choose(np.array(True), np.array(1), np.array(2.5))
# run: relu(np.array([-1.5, 2.5, np.nan], np.float32))
# run: relu(np.arange(-3, 3, dtype=np.int8)[::-1])
# run: steps(np.array([-2.5, 0.0, np.nan, 7.0]))
# raises: ValueError: operands could not be broadcast together with shapes (2,) (3,) ()
# run: choose(np.array([True, False]), np.arange(3), 0)
