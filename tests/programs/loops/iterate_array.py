# `for value in x` walks over the elements of a 1-d array, or the rows of a 2-d one.
import numpy as np


def total(x):
    s = 0.0
    for value in x:
        s += value
    return s


def largest(x):
    best = x[0]
    for value in x:
        if value > best:
            best = value
    return best


def row_sums(x):
    out = np.zeros(len(x))
    i = 0
    for row in x:
        for value in row:
            out[i] += value
        i += 1
    return out


def clear_rows(x):
    for row in x:
        row[0] = -1


# run: total(np.arange(10.0) / 3)
# run: total(np.arange(10)[::-2])
# run: total(np.zeros(0))
# run: largest(np.array([3, 9, -4], np.int16))
# run: row_sums(np.arange(12.0).reshape(3, 4) / 7)
# run: row_sums(np.arange(12).reshape(3, 4).T)
# run: row_sums(np.zeros((0, 3)))
# run: clear_rows(np.arange(6).reshape(2, 3))
