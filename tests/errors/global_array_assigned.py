# Global array assigned.
import numpy as np

TABLE = np.zeros(3)


def f(n: int):
    TABLE[0] = n  # error[unsupported]: changing a global array is not supported … `table = TABLE.copy()`
    return TABLE[0]
