# What may be None is a result, also inside lists and beside named tuples.
from collections import namedtuple

Pair = namedtuple("Pair", "low high")


def first(x, limit):
    for v in x:
        if v > limit:
            return v
    return None


def each(x, limits):
    return [first(x, limit) for limit in limits]


def bounds(x):
    return Pair(x.min(), x.max())


def many(n):
    return [Pair(i, i * 0.5) for i in range(n)]


# run: first(np.array([1.0, 5.0]), 2.0)
# run: first(np.array([1.0, 5.0]), 9.0)
# run: each(np.arange(4), [2, 7, 0])
# run: bounds(np.array([3, 1, 2]))
# run: many(3)
