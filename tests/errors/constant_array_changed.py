# Global arrays are constants.
import numpy as np

TABLE = np.zeros(3)


def f(x: float):
    TABLE[0] = x  # error[unsupported]: changing a global array … table = TABLE.copy()
    return TABLE[0]


def g(x: float):
    t = TABLE[1:]
    t += x  # error[unsupported]: changing a global array
    return t
