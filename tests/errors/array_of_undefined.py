# Array of undefined.
import numpy as np


def f(n: int):
    return np.array(undefined)  # error[unknown-name]: name 'undefined' is not defined
