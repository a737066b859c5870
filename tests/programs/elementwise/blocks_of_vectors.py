# Lengths around the width of vectors, at every offset.
import numpy as np


def affine(x, y):
    return 2 * x + y - 0.5


def product(x, y):
    return x * y


# run: affine(np.arange(1.0), np.arange(1.0))
# run: affine(np.arange(3.0), np.arange(4.0)[1:])
# run: affine(np.arange(17.0)[2:], np.arange(18.0)[3:])
# run: affine(np.arange(33.0)[1:], np.arange(64.0)[::2])
# run: product(np.arange(15, dtype=np.float32)[1:], np.arange(14, dtype=np.float32))
# run: product(np.arange(31, dtype=np.int8), np.arange(31, dtype=np.int8))
# run: product(np.arange(19, dtype=np.int16)[2:], np.arange(17, dtype=np.int16))
# run: product(np.arange(13), np.arange(13))
