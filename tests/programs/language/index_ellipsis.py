# Ellipsis and new axes anywhere in a subscript, for loads and stores.
import numpy as np


def loads(x):
    return x[..., 0], x[0, ...], x[..., None, 0], x[None, ..., None], x[1:, ..., ::-1], x[..., :]


def stores(x):
    x[..., 0] = 1
    x[0, ...] += 10
    x[..., None] *= 2
    x[..., -1:] = x[..., :1]
    return x


def broadcast(x, v):
    x[:, None] = v
    x[..., None, :] += v
    return x


def deep(x):
    return x[0, ..., 1], x[..., 1, :], x[:, ..., 0, :].shape, x[0, 1, ..., 2]


# run: loads(np.arange(6).reshape(2, 3))
# run: loads(np.arange(24.).reshape(2, 3, 4)[:, ::-1])
# run: stores(np.arange(6).reshape(2, 3))
# run: broadcast(np.zeros((2, 3)), np.array([1., 2., 3.]))
# run: deep(np.arange(24).reshape(2, 3, 4))
