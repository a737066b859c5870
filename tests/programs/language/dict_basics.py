# A dict of ints: stores, loads, get, in, del, length and order of insertion.
import numpy as np


def counts(n):
    d = {}
    for i in range(n):
        d[i * i % 7] = d.get(i * i % 7, 0) + 1
    keys = []
    for k in d:
        keys.append(k)
    return np.array(keys), np.array([d[k] for k in keys]), len(d)


def missing(k):
    d = {1: 10, 2: 20}
    return d[k]


def delete(n):
    d = {i: i * i for i in range(n)}
    for i in range(0, n, 2):
        del d[i]
    d[1] = -1
    d[0] = -2
    return len(d), np.array(list(d)), np.array(list(d.values())), 3 in d, 4 in d, 4 not in d


def big(n):
    d = {}
    for i in range(n):
        d[i * 1000003] = i
    total = 0
    for k, v in d.items():
        total += k % 10 * v
    for i in range(n):
        if i % 3:
            d.pop(i * 1000003)
    return total, len(d), sum(d.values())


# run: counts(30)
# differs: an empty list has the type of the elements that it could have
# expect: (np.zeros(0, np.int64), np.zeros(0, np.int64), 0)
# run: counts(0)
# run: missing(2)
# raises: KeyError
# run: missing(5)
# run: delete(9)
# run: big(2000)
