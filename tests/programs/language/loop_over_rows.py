# A loop over an array of two axes goes over its rows, which are views.
import numpy as np


def scale_rows(x):
    for k, row in enumerate(x):
        row *= k
    return x.sum()


def longest(x):
    best = 0.0
    for row in x:
        size = np.sqrt((row * row).sum())
        if size > best:
            best = size
    return best


def pairs(x):
    total = 0.0
    for a, b in x:
        total += a * b
    return total


# run: scale_rows(np.ones((3, 4)))
# run: longest(np.array([[3.0, 4.0], [1.0, 1.0]]))
# run: longest(np.zeros((0, 2)))
# run: pairs(np.arange(6.0).reshape(3, 2)[::-1])
