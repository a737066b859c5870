# Array plus string.
import numpy as np


def f(n: int):
    return np.zeros(n) + "a"  # error[type-mismatch]: unsupported operand type(s) for +: 'float64[::1]' and 'str'
