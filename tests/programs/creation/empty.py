# `empty` and `empty_like` that are filled before they are read.
import numpy as np


def squares(n):
    out = np.empty(n)
    for i in range(n):
        out[i] = i * i
    return out


def typed(n, m):
    out = np.empty((n, m), dtype=np.int8)
    out[:] = 7
    out[0] = np.arange(m)
    return out


def like(x):
    out = np.empty_like(x)
    out[...] = x
    return out


def shape_only(n):
    x = np.empty((n, 3), np.float32)
    return x.shape, x.size


# run: squares(5)
# run: squares(0)
# run: typed(2, 3)
# run: like(np.arange(6).reshape(2, 3).T)
# run: like(np.array(1.5))
# run: shape_only(4)
