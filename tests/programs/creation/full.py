# `full` takes its dtype from the value unless one is given.
import numpy as np


def full(n, value):
    return np.full(n, value)


def typed(n, value):
    return np.full((n, 2), value, dtype=np.float32)


def bytes_of(n, value):
    return np.full(n, value, np.uint8)


def row(n, x):
    return np.full((n, 3), x)


# run: full(3, 7)
# run: full(3, 2.5)
# run: full(2, True)
# run: full(2, np.int8(5))
# run: full(0, 1)
# run: typed(2, 1)
# run: typed(1, np.float64(0.1))
# run: bytes_of(2, 255)
# raises: OverflowError: Python integer 256 out of bounds for uint8
# run: bytes_of(2, 256)
# run: row(2, np.arange(3))
