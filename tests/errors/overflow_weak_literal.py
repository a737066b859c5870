# A literal that takes the dtype of the array that it meets.
from numba import uint8


def f(x: uint8[:]):
    return x + 256  # error[overflow]: 256 … uint8
