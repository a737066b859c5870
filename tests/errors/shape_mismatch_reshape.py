# A known number of elements that does not fill a known shape.
import numpy as np


def f():
    return np.zeros(6).reshape(4, 2)  # error[shape-mismatch]: size 6 into shape (4,2)
