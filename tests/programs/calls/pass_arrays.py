# Arrays are passed by reference: what a callee writes, the caller sees.
import numpy as np


def fill(x, value):
    for i in range(len(x)):
        x[i] = value


def fill_ends(x):
    fill(x[:2], 7)
    fill(x[-2:], 9)
    return x[0] + x[-1]


def rebind(x):
    x = x + 1
    fill(x, 0)
    return x


# run: fill_ends(np.arange(6))
# run: fill_ends(np.arange(12.0)[::2])
# run: fill_ends(np.arange(3))
# run: rebind(np.arange(4))
# run: fill(np.zeros(0), 1.0)
