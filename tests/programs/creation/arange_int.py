# `arange` of integers in its one-, two- and three-argument forms.
import numpy as np


def up_to(n):
    return np.arange(n)


def between(a, b):
    return np.arange(a, b)


def stepped(a, b, c):
    return np.arange(a, b, c)


def typed(n):
    return np.arange(n, dtype=np.float32), np.arange(1, n, 2, np.int8)


# run: up_to(5)
# run: up_to(0)
# run: up_to(-3)
# run: between(3, 8)
# run: between(8, 3)
# run: stepped(0, 10, 3)
# run: stepped(10, 0, -3)
# run: stepped(10, 0, 3)
# run: stepped(9223372036854775800, 9223372036854775807, 3)
# run: typed(6)
# run: up_to(100000)
# raises: ZeroDivisionError: division by zero
# run: stepped(0, 10, 0)
