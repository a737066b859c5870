# Pythran's export comments, with several signatures and an order.
import numpy as np

# pythran export total(float64[:])
# pythran export scaled(float64[:, :] order(C), float64)
# pythran export add(int64, int64)


def total(x):
    return x.sum()


def scaled(x, s):
    return x * s


def add(a, b):
    return a + b


# run: total(np.arange(5.0))
# run: total(np.arange(10.0)[::-3])
# run: scaled(np.arange(6.0).reshape(2, 3), np.float64(0.5))
# run: add(np.int64(2), np.int64(3))
