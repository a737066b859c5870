# `@vectorize` makes a ufunc: arrays broadcast, and the first signature to which all arguments convert decides.
import numpy as np
from numba import float64, int32, vectorize


@vectorize([int32(int32, int32), float64(float64, float64)])
def distance(x, y):
    if x > y:
        return x - y
    return y - x


@vectorize("int64(int64)")
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


@vectorize
def halved(x):
    return x / 2


def grid(x: float64[:], y: float64[:]):
    return distance(x[:, np.newaxis], y)


def mixed(x: int32[:], y: float64[:, ::1]):
    return distance(x, y), distance(x, x), distance(x, 2), distance(2, 2.5)


def dynamic(x: float64[:]):
    return halved(x), halved(x[:, None] + x)


def raising(n: int32[:]):
    return collatz(n)


# run: distance(np.arange(4.0), np.arange(8.0)[::-2])
# run: distance(np.arange(4, dtype=np.int32), np.full(4, 2, np.int32))
# run: distance(np.float64(2.5), np.float64(4.0))
# run: collatz(np.arange(1, 12))
# run: grid(np.arange(3.0), np.arange(4.0) / 3)
# run: mixed(np.arange(3, dtype=np.int32), np.arange(6.0).reshape(2, 3))
# raises: ValueError
# run: mixed(np.arange(4, dtype=np.int32), np.arange(6.0).reshape(2, 3))
# run: dynamic(np.arange(3.0))
# run: raising(np.arange(1, 9, dtype=np.int32))
# run: distance(np.zeros(0), np.zeros(0))
