# What is found out late about the elements holds for the whole list: an int list that gets a float is a list of floats.
import numpy as np


def late(n):
    xs = [0]
    for i in range(n):
        xs.append(i * 0.5)
    return np.array(xs)


def branches(n):
    if n > 2:
        xs = []
    else:
        xs = [1.5]
    xs.append(n * 2.0)
    return np.array(xs)


def never(n):
    xs = []
    for x in xs:
        n += 1
    return n, len(xs)


def inside(n):
    rows = []
    for i in range(n):
        row = []
        for j in range(i):
            row.append(j * 1.0)
        rows.append(row)
    return sum([sum(row) for row in rows]), len(rows)


# differs: all elements of a list have one type
# expect: np.array([0.0, 0.0, 0.5])
# run: late(2)
# run: branches(1)
# run: branches(5)
# run: never(3)
# run: inside(4)
