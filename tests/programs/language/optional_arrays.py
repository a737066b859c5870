# An array or `None`: a cache that is filled at first use, an argument with a default of None.
import numpy as np


def cached(n):
    cache = None
    total = 0.0
    for i in range(n):
        if cache is None:
            cache = np.arange(3.0) + i
        total += cache[i % 3]
        if i == 4:
            cache = None
    return total


def scaled(x, out=None):
    if out is None:
        out = np.empty_like(x)
    out[:] = x * 2
    return out


def both(x):
    y = np.zeros_like(x)
    a = scaled(x)
    b = scaled(x, y)
    return a + b, y


def chosen(a, c):
    weights = a if c else None
    if weights is not None:
        return (a * weights).sum()
    return a.sum()


def kept(a, c):
    view = None
    if c:
        view = a[::2]
    a[0] = 100
    a = np.zeros(3)
    if view is None:
        return 0.0
    return view.sum() + a.sum()


# run: cached(7)
# run: cached(0)
# run: both(np.arange(4.0)[::-1])
# run: both(np.zeros(0))
# run: chosen(np.arange(4.0), True)
# run: chosen(np.arange(4.0), False)
# run: kept(np.arange(5.0), True)
# run: kept(np.arange(5.0), False)
