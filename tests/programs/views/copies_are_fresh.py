# Copies and results of arithmetic do not share memory.
import numpy as np


def copy_then_write(x):
    y = x.copy()
    y[0] = 100
    return y


def arithmetic(x):
    y = x + 0
    y[0] = 100
    z = -x
    z[-1] = 50
    return y, z


def copy_of_slice(x):
    y = x[::2].copy()
    y[:] = 0
    return y


# run: copy_then_write(np.arange(4))
# run: copy_then_write(np.arange(8.0)[::-3])
# run: arithmetic(np.arange(4))
# run: copy_of_slice(np.arange(7))
