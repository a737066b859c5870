# Products, with NumPy's dtypes, axes and empty ones.
import numpy as np


def product(x):
    return np.prod(x)


def columns(x):
    return x.prod(axis=0)


def rows(x):
    return np.prod(x, axis=-1, keepdims=True)


# run: product(np.array([100, 100], np.int8))
# run: product(np.array([2.0, 0.1, 0.3]))
# run: product(np.arange(1, 21))
# run: product(np.arange(1, 30))
# run: product(np.zeros(0))
# run: product(np.zeros(0, np.uint8))
# run: product(np.array([True, False]))
# run: columns(np.arange(1, 7).reshape(2, 3))
# run: columns(np.arange(1, 7, dtype=np.float32).reshape(3, 2).T / 3)
# run: columns(np.zeros((0, 2)))
# run: rows(np.arange(1.0, 7.0).reshape(2, 3)[:, ::-1])
