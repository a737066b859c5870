# `enumerate` and `zip` over arrays.
import math


def weighted(x):
    s = 0.0
    for i, value in enumerate(x):
        s += i * value
    return s


def dot(x, y):
    s = 0.0
    for a, b in zip(x, y):
        s += a * b
    return s


def argmax_from(x, start):
    best = -1
    largest = -math.inf
    for i, value in enumerate(x, start):
        if value > largest:
            largest = value
            best = i
    return best


# run: weighted(np.arange(5.0) * 1.5)
# run: weighted(np.arange(10)[::-1])
# run: dot(np.arange(4.0), np.arange(4.0)[::-1])
# run: dot(np.arange(3), np.arange(5.0))
# run: dot(np.zeros(0), np.arange(5.0))
# run: argmax_from(np.array([1.0, 5.0, 2.0]), 1)
