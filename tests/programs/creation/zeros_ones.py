# `zeros` and `ones` by length, by shape and with a dtype.
import numpy as np


def zeros(n):
    return np.zeros(n)


def table(n, m):
    return np.zeros((n, m), dtype=np.int16)


def ones(n):
    return np.ones(n, np.float32), np.ones((2, n), dtype=np.bool_)


def like_shape(x):
    return np.ones(x.shape), np.zeros(x.shape, np.uint8)


def fixed():
    return np.zeros(3), np.ones((2, 2), int), np.zeros(()), np.ones((1, 0, 2), float)


# run: zeros(4)
# run: zeros(0)
# run: zeros(np.int8(3))
# run: table(2, 3)
# run: table(0, 3)
# run: ones(3)
# run: like_shape(np.arange(6).reshape(2, 3))
# run: like_shape(np.array(1))
# run: fixed()
# run: zeros(100000)
