# Comprehensions: conditions, several loops, their own scope, nested ones.
import numpy as np


def evens(n):
    return np.array([i for i in range(n) if i % 2 == 0 if i > 2])


def product(n, m):
    return np.array([(i, j) for i in range(n) for j in range(m) if i != j])


def scope(i):
    xs = [i * i for i in range(3)]
    return i, xs[2]


def over_array(x):
    return np.array([v + 1 for v in x if v > 0])


def flatten(n):
    rows = [[i, i + 1] for i in range(n)]
    return np.array([v for row in rows for v in row])


def walrus(n):
    xs = [y for i in range(n) if (y := i * i) > 3]
    return np.array(xs), y


# run: evens(20)
# run: product(3, 3)
# run: scope(7)
# run: over_array(np.array([-1.0, 2.0, 3.0, -4.0])[::-1])
# run: flatten(3)
# run: walrus(5)
