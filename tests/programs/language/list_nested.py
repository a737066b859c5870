# Lists of lists, of tuples and of arrays.
import numpy as np


def table(n, m):
    rows = [[0.0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            rows[i][j] = i + j * 0.5
    return np.array(rows)


def pairs(n):
    ps = []
    for i in range(n):
        ps.append((i, i * 0.5))
    total = 0.0
    for i, x in ps:
        total += i * x
    return total, ps[-1][0], np.array(ps)


def graph(n):
    edges = [[] for _ in range(n)]
    for i in range(n):
        edges[i].append((i + 1) % n)
        edges[(i * 3) % n].append(i)
    count = 0
    for i in range(n):
        for j in edges[i]:
            count += j
    return count, len(edges[0])


def arrays(n):
    xs = []
    for i in range(n):
        xs.append(np.arange(i + 1) * 1.5)
    xs[0] = xs[n - 1][::-1]
    xs[0][0] = 100.0
    total = 0.0
    while len(xs) > 0:
        total += np.sum(xs.pop())
    return total


# run: table(2, 3)
# differs: a list of lists makes an array of two axes, also when it is empty
# expect: np.zeros((0, 0))
# run: table(0, 3)
# run: pairs(4)
# run: graph(7)
# run: arrays(1)
# run: arrays(6)
