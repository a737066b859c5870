# sort and sorted: stable, with key and reverse, by tuples.
import numpy as np


def plain(x):
    xs = list(x)
    xs.sort()
    return np.array(xs)


def backwards(x):
    return np.array(sorted(x, reverse=True))


def by_key(n):
    xs = [(i * 7) % 10 for i in range(n)]
    xs.sort(key=lambda v: v % 3)
    return np.array(xs)


def stable(n):
    ps = [(i % 3, i) for i in range(n)]
    ps.sort(key=lambda p: p[0], reverse=True)
    return np.array(ps)


def tuples(n):
    ps = [((i * 5) % 4, -i) for i in range(n)]
    return np.array(sorted(ps))


# run: plain(np.array([3.0, 1.0, 2.0, 1.0]))
# run: plain(np.zeros(0))
# run: backwards(np.array([3, 1, 2]))
# run: by_key(10)
# run: stable(10)
# run: tuples(9)
