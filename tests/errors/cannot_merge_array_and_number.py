# An array on one path and a number on the other; both assignments are shown.
# error[cannot-merge-types]: `x`
import numpy as np


def f(n: int):
    if n > 0:
        x = np.zeros(n)
    else:
        x = 1.0
    return x
