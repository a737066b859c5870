# Array misspelt keyword.
import numpy as np


def f(n: int):
    return np.zeros((n, n)).sum(axes=0)  # error[wrong-arguments]: sum() got an unexpected keyword argument 'axes'
