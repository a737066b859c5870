# `astype` copies, also to the same dtype.
import numpy as np


def same(x):
    y = x.astype(np.float64)
    y[0] = 100
    return y


def there_and_back(x):
    return x.astype(np.float32).astype(np.float64)


def wide_sum(x):
    return x.astype(np.int64).sum() + x.astype(np.float64).mean()


# run: same(np.arange(3.0))
# run: same(np.arange(6.0)[::-2])
# run: there_and_back(np.array([0.1, 1e-50, 1e50, 16777217.0]))
# run: wide_sum(np.arange(10, dtype=np.int8))
