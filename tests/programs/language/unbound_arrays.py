# A name that is bound to an array on some paths only: reading it tells whether it is.
import numpy as np


def some(n, k):
    if n > 2:
        a = np.arange(n)
    if k > 0:
        return a[k]
    return -1


# run: some(5, 3)
# run: some(1, 0)
# raises: UnboundLocalError
# run: some(1, 1)


def rounds(x):
    total = 0.0
    for k in range(len(x)):
        if k % 2 == 0:
            y = x * k
        else:
            total += y.sum()
    return total


# run: rounds(np.arange(5.0))


def caught(x, n):
    for k in range(n):
        try:
            if k == 1:
                y = x[k:] * 2
            z = x[k + n]
        except IndexError:
            if k > 0:
                z = y[0]
    return z


# run: caught(np.arange(4.0), 3)
# raises: UnboundLocalError
# run: caught(np.arange(1.0), 1)
