# pop, popitem, setdefault, update, clear, copy, items, equality and union of dicts.
import numpy as np


def pops(k):
    d = {1: 1.5, 2: 2.5, 3: 3.5}
    a = d.pop(k)
    b = d.pop(k, -1.0)
    key, value = d.popitem()
    return a, b, key, value, len(d)


def defaults(n):
    groups = {}
    for i in range(n):
        groups.setdefault(i % 3, []).append(i)
    return len(groups), sum(groups[0]), groups[1][-1]


def merged(n):
    a = {1: n, 2: 2}
    b = a.copy()
    b[3] = 3
    a.update({2: 5})
    c = a | b
    same = a == {1: n, 2: 5}
    a.clear()
    return len(a), len(b), c[2], c[3], same, a == b


def ordered(n):
    d = {3: 1, 1: 2, 2: 3}
    ks = sorted(d)
    items = sorted(d.items())
    return np.array(ks), np.array(items), len(d.keys())


# run: pops(2)
# raises: KeyError
# run: pops(7)
# run: defaults(10)
# run: merged(1)
# run: ordered(0)
