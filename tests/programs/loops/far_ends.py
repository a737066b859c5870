# Ranges whose ends are further apart than the largest integer, in the wrong direction: nothing runs.

import numpy as np


def filled(x, start, stop):
    for i in range(start, stop):
        x[i] = 1.0
    return x.sum()


def added(x, y, start, stop):
    for i in range(start, stop):
        x[i & 15] = y[i & 15]
    return x.sum()


def counted(start, stop):
    n = np.int64(0)
    for i in range(start, stop):
        n += np.int64(i & 1)
    return n


# run: filled(np.zeros(20), 1, -2**63)
# run: filled(np.zeros(20), 2**63 - 1, -2)
# run: filled(np.zeros(20), 1, 17)
# run: filled(np.zeros(20), -20, -1)
# run: added(np.zeros(16), np.arange(16.0), 1, -2**63)
# run: added(np.zeros(16), np.arange(16.0), 3, 12)
# run: counted(1, -2**63)
# run: counted(2**63 - 1, -2**63)
# run: counted(-5, 100)
