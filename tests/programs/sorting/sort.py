# Sorted copies and sorting in place, along any axis; NaN last.
import numpy as np


def sort(x):
    return np.sort(x)


def sort_axis(x):
    return np.sort(x, axis=0), np.sort(x, axis=1, kind="stable"), np.sort(x, axis=None)


def in_place(x):
    x.sort()
    return x


def in_place_axis(x):
    x.sort(axis=0)


def kept_order(x):
    # The copy has the memory order of its argument, which decides the order of sums.
    return np.sort(x, axis=0).sum(), np.sort(x, axis=0).ravel(order="F")


# run: sort(np.array([3., np.nan, 1., -np.inf, 2., np.nan, np.inf]))
# run: sort(np.arange(100)[::-1] * 7919 % 101)
# run: sort((np.arange(1000) * 7919 % 1009).astype(np.int16)[::-3])
# run: sort(np.arange(40, dtype=np.uint8)[::-1])
# run: sort(np.array([True, False, True]))
# run: sort(np.zeros(0))
# run: sort(np.array([5]))
# run: sort((np.arange(257) * 31 % 64).astype(np.float32) / 3)
# run: sort(np.arange(24).reshape(2, 3, 4)[::-1, ::-1, ::-1])
# run: sort(np.zeros((2, 0)))
# run: sort_axis(np.array([[3, 1, 2], [0, 5, -1]]))
# run: sort_axis(np.array([[3, np.nan, 2], [0, 5, -1]]).T)
# run: in_place(np.array([3, 1, 2])[::-1])
# run: in_place(np.array([[3, 1, 2], [9, 8, 7]]).T)
# run: in_place_axis(np.array([[3, 1, 2], [9, 0, 7]])[:, ::2])
# run: kept_order((np.arange(60) * 37 % 61).reshape(5, 12) / 7)
# run: kept_order((np.arange(60) * 37 % 61).reshape(5, 12).T / 7)
