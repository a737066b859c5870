# Arrays are passed by reference, lists too; numbers, strings and tuples are not.
import numpy as np


def clear(x):
    x[:] = 0


def rebind(x):
    x = x + 1
    return x.sum()


def change(n):
    n += 1
    return n


def all_kinds(n):
    a = np.ones(3)
    b = np.ones(3)
    xs = [1, 2]
    clear(a[1:])
    s = rebind(b)
    m = change(n)
    grow(xs)
    return a, b, s, n, m, xs


def grow(xs):
    xs.append(3)
    xs = [9]
    xs.append(10)


# run: all_kinds(5)
