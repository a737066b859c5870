# tile and repeat, by one number or one for each axis or element.
import numpy as np


def tiled(x):
    return np.tile(x, 2), np.tile(x, (2, 1)), np.tile(x, (1, 2, 2)), np.tile(x, 0)


def repeated(x):
    return np.repeat(x, 2), x.repeat(3, axis=-1), np.repeat(x, 0)


def repeated_each(x, n):
    return np.repeat(x, n), np.repeat(x, n, axis=0)


def resized(x):
    return np.resize(x, (2, 3)), np.resize(x, 4)


# run: tiled(np.array([1, 2]))
# run: tiled(np.arange(6.).reshape(2, 3)[:, ::-2])
# run: tiled(np.zeros((0, 2)))
# run: repeated(np.array([1, 2]))
# run: repeated(np.arange(6.).reshape(2, 3).T)
# run: repeated_each(np.array([5, 6, 7]), np.array([2, 0, 1]))
# run: repeated_each(np.array([5., 6., 7.]), np.array([2]))
# raises: ValueError
# run: repeated_each(np.array([5, 6, 7]), np.array([2, 0]))
# raises: ValueError
# run: repeated_each(np.array([5, 6, 7]), np.array([2, 0, -1]))
# run: resized(np.array([1, 2, 3, 4]))
# run: resized(np.array([[1.5]]))
