# Three errors no cascade.
import numpy as np


def f(n: int):
    a = undefined1  # error[unknown-name]: name 'undefined1' is not defined
    b = a + 1
    c = np.zeroes(n)  # error[no-such-function]: NumPy has no `np.zeroes`
    d = c.sum() + b
    return d + undefined2
