# Array in place float to int.
# error[type-mismatch]: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
import numpy as np


def f(n: int):
    a = np.zeros(n, dtype=np.int64)
    a += 0.5
    return a
