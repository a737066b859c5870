# Exceptions from arrays and NumPy functions are caught by type; arrays made before are still there.
import numpy as np


def safe_get(x, i):
    try:
        return x[i]
    except IndexError:
        return -1.0


def safe_add(x, y):
    try:
        return x + y
    except ValueError:
        return x * 0


def kept(n):
    parts = []
    try:
        for i in range(n):
            parts.append(np.ones(3 - i))
    except ValueError:
        pass
    return len(parts), sum([p.sum() for p in parts])


# run: safe_get(np.arange(3.0), 1)
# run: safe_get(np.arange(3.0), 3)
# run: safe_add(np.ones(3), np.ones(3))
# run: safe_add(np.ones(3), np.ones(4))
# run: kept(2)
# run: kept(9)
