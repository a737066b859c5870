# A literal out of the range of its dtype.
import numpy as np


def f(x: int):
    return np.uint8(300)  # error[overflow]: 300 … uint8
