# `out=` that overlaps the inputs.
import numpy as np


def shifted(x):
    np.add(x[1:], x[:-1], x[1:])
    np.multiply(x[:-1], x[1:], out=x[:-1])


def reversed_out(x):
    np.negative(x, out=x[::-1])


def running(x):
    np.cumsum(x, out=x)


def matrix(x):
    np.add(x, x.T, out=x)
    np.subtract(x[0], x[:, 0], out=x[0])


def masked(x):
    np.add(x, 100, out=x, where=x[::-1] > 2)


def clipped(x):
    np.clip(x, x[::-1], 4, out=x)


# run: shifted(np.arange(5))
# run: reversed_out(np.arange(5))
# run: running(np.arange(5))
# run: matrix(np.arange(9).reshape(3, 3))
# run: masked(np.arange(6))
# run: clipped(np.arange(6))
