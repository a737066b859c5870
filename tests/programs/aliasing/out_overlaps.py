# `out=` that overlaps an input.
import numpy as np


def shifted(x):
    np.add(x[1:], x[:-1], out=x[1:])


def reversed_into(x):
    np.multiply(x, x[::-1], out=x)


def same(x):
    return np.add(x, x, out=x)


def arguments(x, y, out):
    np.subtract(x, y, out=out)


# run: shifted(np.arange(6))
# run: shifted(np.arange(300.0)[::-1])
# run: reversed_into(np.arange(6))
# run: same(np.arange(4.0))
# run: a = np.arange(10); arguments(a[2:6], a[4:8], a[3:7])
# run: a = np.arange(10.0); arguments(a[:5], a[5:], a[::2])
# run: a = np.arange(10.0); arguments(a[:5], a[4::-1], a[:5])
