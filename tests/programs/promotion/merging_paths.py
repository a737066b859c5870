# Where a weak and a strong value meet, NEP 50's promotion of the two is taken.
import numpy as np


def accumulate(x):
    best = 0
    for value in x:
        if value > best:
            best = value
    return best


def pick(n, x):
    y = 1.5
    if n > 0:
        y = x
    return y


# run: accumulate(np.array([3, 7, 5], np.int16))
# run: accumulate(np.array([0.5, 0.25], np.float32))
# differs: the weak 0 becomes the elements' dtype
# expect: np.int16(0)
# run: accumulate(np.array([-3, -7], np.int16))
# run: pick(1, np.float64(2.5))
# differs: the weak 1.5 becomes the parameter's dtype
# expect: np.float32(1.5)
# run: pick(0, np.float32(2.5))
