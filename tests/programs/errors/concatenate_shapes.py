# Arrays whose other extents differ cannot be joined.
import numpy as np


def rows(x, y):
    return np.concatenate((x, y))


def columns(x, y):
    return np.concatenate((x, y), axis=1)


# raises: ValueError: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 3 and the array at index 1 has size 4
# run: rows(np.ones((2, 3)), np.ones((2, 4)))
# raises: ValueError: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 0, the array at index 0 has size 2 and the array at index 1 has size 3
# run: columns(np.ones((2, 3)), np.ones((3, 3)))
# run: rows(np.ones((0, 3)), np.ones((2, 3)))
# run: columns(np.ones((2, 0)), np.ones((2, 3)))
