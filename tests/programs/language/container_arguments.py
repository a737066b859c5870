# Lists, sets and dicts are arguments; what the function does to them stays inside.
import numpy as np


def total(xs):
    s = 0
    for x in xs:
        s += x
    return s, len(xs), xs[-1]


def grow(xs):
    xs.append(100)
    xs.sort(reverse=True)
    return xs


def rows(table):
    return np.array(table), sum([sum(row) for row in table])


def look_up(d, k):
    d[k] = d.get(k, 0) + 1
    return d, k in d


def common(a, b):
    return a & b, a | b


def stacked(parts):
    total = 0.0
    for p in parts:
        total += p.sum()
    return total, parts[0].shape[0], np.concatenate((parts[0], parts[1]))


def mixed(pairs):
    return [a * b for a, b in pairs]


# run: total([1, 2, 3])
# run: total([1, 2.5])
# run: grow([3, 1, 2])
# run: rows([[1.0, 2.0], [3.0, 4.0]])
# run: look_up({1: 2, 5: 6}, 5)
# run: look_up({1: 2}, 9)
# run: common({1, 2, 3}, {2, 3, 4})
# run: stacked([np.arange(3.0), np.arange(4.0)[::-1]])
# run: mixed([(1, 0.5), (2, 1.5)])
