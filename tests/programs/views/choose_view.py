# A variable that is one view or another, or a view or a fresh array.
import numpy as np


def either(x, n):
    if n > 0:
        y = x[1:]
    else:
        y = x[::-1]
    y[0] = 100
    return y


def view_or_copy(x, n):
    if n > 0:
        y = x
    else:
        y = x.copy()
    y[0] = 100
    return y


def walk(x, n):
    y = x
    for i in range(n):
        y = y[1:] if i % 2 == 0 else y[:-1]
    return y


# run: either(np.arange(5), 1)
# run: either(np.arange(5), 0)
# run: view_or_copy(np.arange(5.0), 1)
# run: view_or_copy(np.arange(5.0), 0)
# run: walk(np.arange(10), 0)
# run: walk(np.arange(10), 5)
# run: walk(np.arange(10)[::-1], 4)
