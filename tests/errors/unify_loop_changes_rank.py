# Unify loop changes rank.
# error[cannot-merge-types]: `x` is float64[::1] on one path and float64[:, ::1] on another, which have no common type
import numpy as np


def f(n: int):
    x = np.zeros(3)
    for i in range(n):
        x = x[np.newaxis]
    return x
