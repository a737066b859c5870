# Chained assignment: the value first, then the targets from left to right; an augmented target is evaluated once.
import numpy as np


def note(log, k, value):
    log[0] = log[0] * 10 + k
    return value


def order(n):
    log = np.zeros(1, np.int64)
    a = np.zeros(3)
    a[note(log, 1, 0)] = a[note(log, 2, 1)] = note(log, 3, n)
    return log[0], a


def once(n):
    log = np.zeros(1, np.int64)
    a = np.arange(3)
    a[note(log, 1, 2)] += note(log, 2, n)
    return log[0], a


def chained(c):
    i = 0
    i = c[i] = 2
    return i, c


def swapped(c, i, j):
    c[i], c[j] = c[j], c[i]
    return c


def targets_see_each_other(c):
    i = 0
    i, c[i] = 2, 50
    return i, c


def view_and_base(c):
    a = b = c[1:]
    a += 1
    b[0] = 100
    return a, b, c


def operands(n):
    log = np.zeros(1, np.int64)
    x = note(log, 1, n) + note(log, 2, n) * note(log, 3, n)
    y = note(log, 4, n) < note(log, 5, n) < note(log, 6, n)
    z = note(log, 7, 0) and note(log, 8, 1)
    return log[0], x, y, z


def tuple_order(n):
    log = np.zeros(1, np.int64)
    t = (note(log, 1, n), note(log, 2, n))
    (a, b), c = t, note(log, 3, 0)
    return log[0], a + b + c


# run: order(5)
# run: once(5)
# run: chained(np.arange(4))
# run: swapped(np.arange(4), 0, -1)
# run: targets_see_each_other(np.arange(4))
# run: view_and_base(np.arange(4))
# run: operands(3)
# run: tuple_order(4)
