# `zeros_like`, `ones_like` and `full_like` keep shape and dtype.
import numpy as np


def zeros(x):
    return np.zeros_like(x)


def ones(x):
    return np.ones_like(x)


def full(x, value):
    return np.full_like(x, value)


def typed(x):
    return np.zeros_like(x, dtype=np.float32), np.ones_like(x, np.int8), np.full_like(x, 0.5, dtype=float)


# run: zeros(np.arange(3, dtype=np.int8))
# run: zeros(np.ones((2, 3)).T)
# run: zeros(np.zeros((0, 2)))
# run: ones(np.arange(6.0)[::-2])
# run: ones(np.array(True))
# run: ones(2.5)
# run: full(np.arange(3), 7)
# run: full(np.arange(3), 2.9)
# run: full(np.zeros((2, 2), np.float32), 0.1)
# run: typed(np.arange(4).reshape(2, 2))
