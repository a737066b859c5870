# Not callable attribute.
import numpy as np


def f(n: int):
    return np.zeros(n).shape()  # error[type-mismatch]: '(int,)' object is not callable
