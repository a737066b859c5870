# `linspace` with and without its endpoint; the last value is exact.
import numpy as np


def points(a, b, n):
    return np.linspace(a, b, n)


def open_end(a, b, n):
    return np.linspace(a, b, num=n, endpoint=False)


def default(a, b):
    return np.linspace(a, b)


def typed(a, b):
    return np.linspace(a, b, 5, dtype=np.int64), np.linspace(a, b, 5, dtype=np.float32)


# run: points(0, 1, 5)
# run: points(0.0, 1.0, 11)
# run: points(1, -1, 4)
# run: points(0.1, 0.7, 1)
# run: points(2.0, 2.0, 3)
# run: points(-1e300, 1e300, 5)
# run: points(0, 1, 0)
# run: points(1, 10, 100000)
# run: open_end(0, 1, 5)
# run: open_end(0.3, 2.1, 7)
# run: points(np.float32(0.1), np.float32(7.3), 23)
# run: points(np.float32(0.1), 3, 6)
# run: default(0, 1)
# run: typed(0, 10)
