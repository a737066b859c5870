# insert, pop, remove, index, count, reverse, copy, clear, extend as CPython's.
import numpy as np


def many(n):
    xs = [3, 1, 2]
    xs.insert(0, n)
    xs.insert(-1, 7)
    xs.insert(100, 8)
    xs.insert(-100, 9)
    ys = xs.copy()
    xs.reverse()
    xs.remove(7)
    xs.extend(ys)
    xs.extend((5, 6))
    return np.array(xs), ys.index(8), xs.count(9), len(ys)


def missing(x):
    xs = [1, 2]
    return xs.index(x)


def absent(x):
    xs = [1, 2]
    xs.remove(x)
    return len(xs)


def cleared(n):
    xs = [i for i in range(n)]
    xs.clear()
    xs.append(1)
    return len(xs), xs[0]


# run: many(4)
# run: missing(2)
# raises: ValueError
# run: missing(3)
# raises: ValueError
# run: absent(9)
# run: absent(1)
# run: cleared(5)
