# Math of array.
import math

import numpy as np


def f(n: int):
    return math.sin(np.zeros(n))  # error[type-mismatch]: only 0-dimensional arrays can be converted to Python scalars
