# partition and argpartition: the element at kth stands where sorting would put it.
import numpy as np


def kth(x, k):
    y = np.partition(x, k)
    return y[k], np.max(y[:k]) <= y[k], np.min(y[k:]) >= y[k]


def kth_place(x, k):
    return x[np.argpartition(x, k)[k]]


def smallest(x, k):
    return np.sort(np.partition(x, k)[:k])


# run: kth(np.arange(50) * 37 % 51, 20)
# run: kth(np.array([3., 1., 2.]), 1)
# run: kth_place(np.arange(50) * 37 % 51, 20)
# run: smallest(np.array([5, 3, 9, 1, 7])[::-1], 2)
