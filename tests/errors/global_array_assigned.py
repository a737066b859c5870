# Global array assigned.
import numpy as np

TABLE = np.zeros(3)


def f(n: int):
    TABLE[0] = n  # error[unsupported]: the global array `TABLE` is not supported yet
    return TABLE[0]  # error[unsupported]: the global array `TABLE` is not supported yet
