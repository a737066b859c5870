# 0-d arrays, `x[()]`, `x[...]`, NumPy integers and 0-d arrays as indices.
import numpy as np


def inside(x):
    return x[()], x[...], x[..., None]


def all_axes(x):
    return x[1, 2], x[1, 2, ...], x[..., 1, 2][()], x[-1][-1]


def indexed_by(x, i):
    return x[i], x[np.int8(1)], x[np.array(2)], x[i, ...]


def store(x):
    x[()] = 5
    y = np.zeros(())
    y[...] = x
    y[()] += 2
    return y


def store_elements(x, i):
    x[np.uint8(0)] = 1
    x[np.array(1)] = 2
    x[i, ...] = 3
    x[...] += 10
    return x


# run: inside(np.array(3.5))
# run: inside(np.array([1, 2]))
# run: all_axes(np.arange(6).reshape(2, 3))
# run: indexed_by(np.arange(4.), -1)
# run: indexed_by(np.arange(8.).reshape(4, 2), 0)
# run: store(np.array(1))
# run: store_elements(np.zeros(4), 2)
