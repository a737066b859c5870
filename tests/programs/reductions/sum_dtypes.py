# The sum of small integers is 64 bits wide, signed or unsigned like they are.
import numpy as np


def total(x):
    return np.sum(x)


def method(x):
    return x.sum()


# run: total(np.array([100, 100], np.int8))
# run: total(np.array([200, 100], np.uint8))
# run: total(np.array([2**31 - 1, 1], np.int32))
# run: total(np.array([2**32 - 1, 1], np.uint32))
# run: total(np.array([True, True, False]))
# run: total(np.array([2**62, 2**62, 2**62]))
# run: total(np.array([2**63, 2**63, 7], np.uint64))
# run: total(np.arange(5, dtype=np.float32))
# run: total(np.zeros(0, np.int32))
# run: total(np.zeros(0, np.float32))
# run: method(np.arange(6, dtype=np.int16).reshape(2, 3).T)
# run: method(np.array(7, np.int8))
