# Inputs with strides of zero, as `np.broadcast_to` makes them.
import numpy as np


def total(x):
    s = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s += x[i, j]
    return s


def double(x):
    return x + x


def part(x):
    return x[1:, ::-1]


# run: total(np.broadcast_to(np.arange(3.0), (4, 3)))
# run: total(np.broadcast_to(2.5, (4, 3)))
# run: double(np.broadcast_to(np.arange(3), (2, 3)))
# run: double(np.broadcast_to(np.arange(3)[:, None], (3, 2)))
# run: part(np.broadcast_to(np.arange(4), (3, 4)))
