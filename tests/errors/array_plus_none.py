# Array plus none.
import numpy as np


def f(n: int):
    return np.zeros(n) + None  # error[type-mismatch]: unsupported operand type(s) for +: 'float64[::1]' and 'None'
