# Reductions of rows of few elements: sums start from -0.0 and add 0.0, like NumPy's.

import numpy as np


def distances(x, y):
    return ((x[:, None, :] - y[None, :, :]) ** 2).sum(-1)


def nearest(x, c):
    return ((x[:, None] - c[None]) ** 2).sum(-1).argmin(1)


def of_rows(x):
    return x.sum(-1), x.max(-1), x.min(-1), x.prod(-1), x.argmax(-1), x.mean(-1), (x > 1).any(-1), (x > 0).all(-1)


def weighted(x, w):
    return (x * w).sum(axis=-1)


# run: x = np.arange(30.0) ** 1.5; distances(x.reshape(10, 3), x.reshape(10, 3))
# run: x = np.arange(36.0) ** 1.5; distances(x.reshape(18, 2), x.reshape(18, 2)[3:7])
# run: x = np.arange(36.0) ** 1.5; distances(x.reshape(9, 4)[::2], x.reshape(9, 4))
# run: x = np.arange(36.0) ** 1.5; distances(x.reshape(36, 1), x.reshape(36, 1)[:3])
# run: x = np.arange(35.0) ** 1.5; distances(x.reshape(7, 5), x.reshape(7, 5))
# run: x = np.arange(80.0) ** 1.5; distances(x.reshape(10, 8), x.reshape(10, 8)[:2])
# run: x = np.arange(90.0) ** 1.5; distances(x.reshape(10, 9), x.reshape(10, 9)[:2])
# run: x = np.arange(30.0) ** 1.5; distances(x.reshape(3, 10).T, x.reshape(10, 3))
# run: x = np.arange(30.0) ** 1.5; distances(x.reshape(3, 10).T, x.reshape(3, 10).T)
# run: x = np.arange(30.0) ** 1.5; distances(x.reshape(10, 3), x.reshape(10, 3)[:, :1])
# run: x = np.arange(30.0, dtype=np.float32); distances(x.reshape(10, 3), x.reshape(10, 3)[:1])
# run: x = np.arange(30); distances(x.reshape(10, 3), x.reshape(10, 3)[:5])
# run: distances(np.zeros((0, 3)), np.ones((2, 3)))
# run: distances(np.zeros((4, 0)), np.ones((2, 0)))
# run: distances(np.array([[np.nan, 1, 2], [np.inf, 0, 0]]), np.ones((2, 3)))
# run: x = np.sin(np.arange(120.0)); nearest(x.reshape(40, 3), x.reshape(40, 3)[::9])
# run: x = np.sin(np.arange(120.0)); nearest(x.reshape(15, 8), x.reshape(15, 8)[::4])
# run: of_rows(np.array([[-0.0, -0.0, -0.0], [1, 2, 3], [np.nan, 1, 0], [1e300, 1e300, -1e300]]))
# run: of_rows(np.array([[-0.0, -0.0], [1, 2], [np.nan, 1]]))
# run: of_rows(np.arange(24.0).reshape(2, 3, 4)[::-1] - 7)
# run: of_rows(np.arange(24.0).reshape(2, 3, 4).T - 7)
# run: of_rows(np.arange(24, dtype=np.uint8).reshape(2, 3, 4) * 20)
# run: of_rows((np.arange(24) - 12).astype(np.int8).reshape(4, 3, 2)[:, ::2] * 10)
# run: of_rows(np.arange(10.0).reshape(10, 1))
# run: weighted(np.arange(24.0).reshape(2, 4, 3), np.array([0.299, 0.587, 0.114]))
# run: weighted(np.arange(24, dtype=np.float32).reshape(2, 4, 3), np.array([[0.5], [2], [3], [4]], np.float32))
