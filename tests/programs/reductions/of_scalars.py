# Reductions of scalars and of 0-d arrays.
import numpy as np


def total(x):
    return np.sum(x)


def largest(x):
    return np.max(x)


def mean(x):
    return np.mean(x)


# run: total(5)
# run: total(2.5)
# run: total(True)
# run: total(np.int8(5))
# run: total(np.array(5, np.int8))
# run: largest(np.array(5, np.int8))
# run: largest(2.5)
# run: mean(np.array(2, np.float32))
# run: mean(3)
