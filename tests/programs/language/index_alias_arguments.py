# An argument passed twice, or as overlapping views, is one array.
import numpy as np


def add_into(a, b):
    a += b
    b[0] = -1
    return a


def element_order(a, b):
    for i in range(len(a)):
        a[i] = b[len(b) - 1 - i]


def whole(a, b):
    a[:] = b[::-1]


def three(a, b, out):
    np.add(a, b, out=out)
    return out


def scatter(a, i):
    a[i] = i


# run: x = np.arange(5); add_into(x, x)
# run: x = np.arange(6.); add_into(x[1:], x[:-1])
# run: x = np.arange(6.); add_into(x[::2], x[::-2])
# run: x = np.arange(5); element_order(x, x)
# run: x = np.arange(6); element_order(x[1:], x[:-1])
# run: x = np.arange(6); whole(x[1:], x[:-1])
# run: x = np.arange(6); whole(x, x)
# run: x = np.arange(6); three(x[:-1], x[1:], x[1:])
# run: x = np.arange(9).reshape(3, 3); three(x, x.T, x)
# run: x = np.array([2, 0, 1, 3]); scatter(x, x)
# run: x = np.array([2, 0, 1, 3]); scatter(x, x[::-1])
