# Pythran's export comments, with several signatures and an order.
import numpy as np

# pythran export total(float64[:])
# pythran export scaled(float64[:, :] order(C), float64)
# pythran export add(int64, int64), mean(float32[], int or float), power(float,
#   int?)
# pythran export corner(float64[:, 3], (int, int))


def total(x):
    return x.sum()


def scaled(x, s):
    return x * s


def add(a, b):
    return a + b


def mean(x, start):
    return x.sum() + start


def power(x, n=2):
    return x**n


def corner(x, at):
    return x[at[0], at[1]]


# run: total(np.arange(5.0))
# run: total(np.arange(10.0)[::-3])
# run: scaled(np.arange(6.0).reshape(2, 3), np.float64(0.5))
# run: add(np.int64(2), np.int64(3))
# run: mean(np.arange(4, dtype=np.float32), 2)
# run: mean(np.arange(4, dtype=np.float32), 0.5)
# run: power(1.5)
# run: power(1.5, 3)
# run: corner(np.arange(6.0).reshape(2, 3), (1, 2))
# differs: an extent that the export gives is checked
# raises: ValueError: x: axis 1 has 2 elements, and 3 are declared
# run: corner(np.arange(6.0).reshape(3, 2), (1, 1))
