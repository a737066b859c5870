# `np.floor` and `np.ceil` keep integers, `np.rint` makes floats of them.
import numpy as np


def down(x):
    return np.floor(x)


def up(x):
    return np.ceil(x)


def nearest(x):
    return np.rint(x)


# run: down(np.arange(3))
# run: down(np.array([True, False]))
# run: up(np.arange(3, dtype=np.uint8))
# run: up(5)
# run: nearest(np.arange(3))
# run: nearest(np.arange(3, dtype=np.int16))
# run: nearest(7)
