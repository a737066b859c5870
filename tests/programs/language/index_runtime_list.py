# Lists that grow at run time are indices like arrays.
import numpy as np


def picked(x, n):
    places = []
    for k in range(n):
        places.append(k * k % len(x))
    return x[places], x[places[::-1]]


def stored(x, n):
    rows = [0]
    columns = [1]
    for k in range(n):
        rows.append(k)
        columns.append(k)
    x[rows, columns] = 5
    x[rows] += 1


def even(x):
    keep = []
    for v in x:
        keep.append(v % 2 == 0)
    return x[keep]


# run: picked(np.arange(5.), 4)
# run: stored(np.zeros((3, 3)), 2)
# run: even(np.arange(6))
# raises: IndexError
# run: stored(np.zeros((3, 3)), 5)
