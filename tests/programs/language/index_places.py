# Loops over all places of a shape: ndindex and ndenumerate.
import numpy as np


def places(n):
    total = 0
    for i, j in np.ndindex(n, 3):
        total = total * 7 + i * 3 + j
    for (k,) in np.ndindex(n):
        total += k
    return total


def by_shape(x):
    y = np.zeros(x.shape)
    for at in np.ndindex(x.shape):
        y[at] = x[at] * 2 + at[0]
    return y


def elements(x):
    last = (0, 0)
    total = 0.0
    for (i, j), v in np.ndenumerate(x):
        total += v * (i + 1)
        if v > 3:
            last = (i, j)
    return total, last


def stored(x):
    for at, v in np.ndenumerate(x):
        x[at] = v + at[0] * 10 + at[1]
    return x


# run: places(2)
# run: places(0)
# run: by_shape(np.arange(6.).reshape(2, 3).T)
# run: elements(np.arange(6.).reshape(2, 3)[::-1])
# run: elements(np.zeros((0, 2)))
# run: stored(np.arange(6).reshape(2, 3))
