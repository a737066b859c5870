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


def halves(x, k):
    # Which elements stand on either side of kth.
    y = np.partition(x, k)
    return np.sort(y[:k]), y[k], np.sort(y[k + 1 :])


def halves_by_place(x, k):
    places = np.argpartition(x, k)
    return np.sort(x[places[:k]]), x[places[k]], np.sort(x[places[k + 1 :]]), np.sort(places)


def columns(x, k):
    return np.sort(np.partition(x, k, axis=0)[:k], axis=0), np.partition(x, k, axis=None)[k]


def in_place(x, k):
    x.partition(k)
    return x[k]


def several(x):
    return np.partition(x, (3, 30))[30]


# run: halves(np.sin(np.arange(1000.0)), 500)
# run: halves(np.sin(np.arange(1000.0))[::-3], -7)
# run: halves(np.arange(1000) % 3, 400)
# run: halves(np.arange(1000.0), 0)
# run: halves(np.arange(1000.0)[::-1], 999)
# run: halves(np.where(np.arange(300) % 7 == 0, np.nan, np.sin(np.arange(300.0))), 290)
# run: halves((np.arange(500) * 7919 % 251).astype(np.uint8), 100)
# run: halves(np.arange(100) % 7 + 1j * (np.arange(100) % 5), 50)
# run: halves_by_place(np.sin(np.arange(1000.0)), 123)
# run: halves_by_place((np.arange(1000) * 7919 % 1009).astype(np.int32)[::2], -3)
# run: halves_by_place(np.full(100, 2.5), 50)
# run: columns(np.sin(np.arange(300.0)).reshape(100, 3), 40)
# run: several(np.sin(np.arange(50.0)))
# raises: ValueError: kth(=7) out of bounds (5)
# run: halves(np.arange(5.0), 7)
# raises: ValueError: kth(=-2) out of bounds (5)
# run: halves(np.arange(5.0), -7)
# raises: ValueError
# run: halves_by_place(np.arange(5.0), 5)
