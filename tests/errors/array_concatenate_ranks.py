# Array concatenate ranks.
import numpy as np


def f(n: int):
    return np.concatenate([np.zeros(n), np.zeros((n, n))])  # error[shape-mismatch]: this call always raises ValueError
