# `out=` writes into an existing array and returns it.
import numpy as np


def add(x, y, out):
    return np.add(x, y, out=out)


def positional(x, y, out):
    np.multiply(x, y, out)


def root(x, out):
    np.sqrt(x, out=out)


def into_part(x, out):
    np.add(x, 1, out=out[1:-1])


# run: add(np.arange(3), np.arange(3), np.zeros(3, np.int64))
# run: add(np.arange(3), 1, np.zeros(3))
# run: add(np.arange(3), np.arange(2)[:, None], np.zeros((2, 3)))
# run: add(np.arange(3.0), 1, np.zeros(6)[::-2])
# run: positional(np.arange(3.0), 2, np.zeros(3))
# run: x = np.arange(3.0); positional(x, x, x)
# run: root(np.arange(4.0), np.zeros(4))
# run: into_part(np.arange(3), np.zeros(5, np.int64))
# raises: ValueError: operands could not be broadcast together with shapes (3,) (3,) (4,)
# run: add(np.arange(3.0), np.arange(3.0), np.zeros(4))
