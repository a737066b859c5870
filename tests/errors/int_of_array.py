# Int of array.
import numpy as np


def f(n: int):
    return int(np.zeros((n, n)) + "x")  # error[type-mismatch]: unsupported operand type(s) for +: 'float64[:, ::1]' and 'str'
