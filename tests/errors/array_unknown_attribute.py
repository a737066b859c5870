# Array unknown attribute.
import numpy as np


def f(n: int):
    return np.zeros(n).lenght  # error[unknown-attribute]: `numpy.ndarray` has no attribute `lenght`
