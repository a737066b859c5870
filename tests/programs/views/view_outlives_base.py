# A view keeps its memory alive after the variable of its base is gone.
import numpy as np


def tail(n):
    x = np.arange(n)
    return x[n // 2 :]


def last_row(n):
    x = np.ones((n, n)) * np.arange(n)
    return x[-1, ::-1]


def inner(n):
    x = np.zeros(n)
    y = x[1:]
    x = np.ones(n)
    y[0] = 5
    return y + x[1:]


def element_of_temporary(n):
    return (np.arange(n) * 3)[n - 1]


# run: tail(10)
# run: tail(0)
# run: last_row(4)
# run: inner(5)
# run: element_of_temporary(10)
# run: tail(200000)
