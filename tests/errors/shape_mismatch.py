# Shapes that are known and can never be broadcast.
import numpy as np


def f():
    a = np.zeros((3, 4))
    b = np.ones(3)
    return a - b  # error[shape-mismatch]: (3, 4) … (3,)
