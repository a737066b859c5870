# Slices of lists: new lists with CPython's rules of start, stop and step; stores and deletes through slices.
import numpy as np


def cut(n, start, stop, step):
    xs = [i for i in range(n)]
    return np.array(xs[start:stop:step]), len(xs)


def replace(n, start, stop):
    xs = [i for i in range(n)]
    xs[start:stop] = [100, 200, 300]
    return np.array(xs)


def replace_extended(n):
    xs = [i for i in range(n)]
    xs[::2] = [-1, -2, -3]
    return np.array(xs)


def drop(n, start, stop, step):
    xs = [i for i in range(n)]
    del xs[start:stop:step]
    return np.array(xs)


def itself(n):
    xs = [i for i in range(n)]
    xs[1:1] = xs
    return np.array(xs)


# run: cut(10, 2, 7, 1)
# run: cut(10, -3, 100, 1)
# run: cut(10, 8, 1, -3)
# run: cut(10, -100, 100, 4)
# differs: an empty list has the type of the elements that it could have
# expect: (np.zeros(0, np.int64), 3)
# run: cut(3, 2, 1, 1)
# raises: ValueError
# run: cut(3, 0, 1, 0)
# run: replace(5, 1, 3)
# run: replace(5, 4, 1)
# run: replace(2, 0, 2)
# run: replace_extended(6)
# raises: ValueError
# run: replace_extended(4)
# run: drop(10, 1, 9, 3)
# run: drop(10, 8, 0, -2)
# run: drop(4, 2, 2, 1)
# run: itself(3)
