# Arrays of different dtypes do not merge.
# error[cannot-merge-types]: `x`
import numpy as np


def f(n: int):
    if n > 0:
        x = np.zeros(n)
    else:
        x = np.zeros(n, dtype=np.int32)
    return x
