# Extremes along axes, with NaN staying in its row.
import numpy as np


def rows(x):
    return np.min(x, axis=1), np.max(x, axis=1)


def columns(x):
    return x.min(axis=0), x.max(axis=0)


def axes(x):
    return np.max(x, axis=(0, 2))


def kept(x):
    return np.amin(x, axis=-1, keepdims=True)


# run: rows(np.array([[3, 1, 2], [9, 7, 8]]))
# run: rows(np.array([[3.0, np.nan], [1.0, 2.0]]))
# run: columns(np.array([[3, 1, 2], [9, 7, 0]], np.int8))
# run: columns(np.array([[3.0, np.nan], [1.0, 2.0]], np.float32))
# run: columns(np.arange(12).reshape(4, 3).T * 7 % 11)
# run: axes(np.arange(24.0).reshape(2, 3, 4) * 7 % 11)
# run: kept(np.arange(6).reshape(2, 3)[:, ::-1])
