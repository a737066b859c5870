# Unpacking of lists, tuples, rows and strings in assignments and loops.
import numpy as np


def pairs(n):
    points = [(i, (i + 1, i + 2)) for i in range(n)]
    total = 0
    for a, (b, c) in points:
        total += a * b * c
    return total


def row_sums(x):
    out = []
    for a, b, c in x:
        out.append(a + b * 10 + c * 100)
    return out


def of_list(n):
    xs = [n, n + 1, n + 2]
    a, b, c = xs
    first, *rest = (n, n * 2, n * 3)
    return a * b * c, first, rest


def wrong(n):
    xs = [i for i in range(n)]
    a, b = xs
    return a + b


# run: pairs(4)
# run: row_sums(np.arange(6).reshape(2, 3))
# run: of_list(2)
# run: wrong(2)
# raises: ValueError
# run: wrong(3)
# raises: ValueError
# run: wrong(1)
