# A function may return its argument, a view of it, or either of two.
import numpy as np


def same(x):
    return x


def view(x):
    return x[1:-1]


def longer(x, y):
    if len(x) >= len(y):
        return x
    return y


def touched(x):
    x[0] = 100
    return x


# run: same(np.arange(4))
# run: same(np.arange(6.0).reshape(2, 3).T)
# run: view(np.arange(5)[::-1])
# run: view(np.arange(1))
# run: longer(np.arange(3), np.arange(5))
# run: longer(np.arange(6)[::2], np.arange(2))
# run: touched(np.arange(3.0))
