# `arange` of floats: its length is rounded up, its steps are multiples of the first difference.
import numpy as np


def up_to(x):
    return np.arange(x)


def stepped(a, b, c):
    return np.arange(a, b, c)


def typed(n):
    return np.arange(0, 1, 0.1, dtype=np.float32) * n


# run: up_to(3.5)
# run: up_to(4.0)
# run: stepped(0.0, 1.0, 0.1)
# run: stepped(0.5, 2, 0.25)
# run: stepped(1.0, 0.0, -0.3)
# run: stepped(1, 0, 0.5)
# run: stepped(1.0, 1.3, 0.1)
# run: stepped(0.1, 100, 0.7)
# run: stepped(-1e-3, 1e-3, 1e-4)
# run: typed(1)
# raises: ValueError: Maximum allowed size exceeded
# run: stepped(0.0, 1.0, 1e-300)
# raises: ZeroDivisionError: float division by zero
# run: stepped(0.5, 1.0, 0.0)
# raises: ValueError: Maximum allowed size exceeded
# run: up_to(-8.5e158)
