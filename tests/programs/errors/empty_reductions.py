# Reductions without an identity refuse empty arrays.
import numpy as np


def smallest(x):
    return np.min(x)


def largest(x):
    return x.max()


def at_smallest(x):
    return np.argmin(x)


def at_largest(x):
    return x.argmax()


def largest_of_columns(x):
    return np.max(x, axis=0)


# raises: ValueError: zero-size array to reduction operation minimum which has no identity
# run: smallest(np.zeros(0))
# raises: ValueError: zero-size array to reduction operation maximum which has no identity
# run: largest(np.zeros((0, 3), np.int32))
# raises: ValueError: attempt to get argmin of an empty sequence
# run: at_smallest(np.zeros(0))
# raises: ValueError: attempt to get argmax of an empty sequence
# run: at_largest(np.zeros((3, 0)))
# raises: ValueError: zero-size array to reduction operation maximum which has no identity
# run: largest_of_columns(np.zeros((0, 3)))
# run: largest_of_columns(np.zeros((3, 0)))
