# NumPy scalars made in the program from Python numbers and from one another.
import numpy as np


def small(x):
    return np.int8(x) + np.int8(100)


def single(x):
    return np.float32(x) * 3


def wide(x):
    return np.int64(x) * np.int64(4)


def truth(x):
    return np.bool_(x)


def unsigned(x):
    return np.uint16(x)


# run: small(50)
# raises: OverflowError: Python integer 300 out of bounds for int8
# run: small(300)
# run: small(np.int64(300))
# run: small(-7.9)
# run: single(0.1)
# run: single(16777217)
# run: wide(2**62)
# run: truth(0.0)
# run: truth(np.nan)
# run: unsigned(np.int8(-1))
# raises: OverflowError: Python integer -1 out of bounds for uint16
# run: unsigned(-1)
