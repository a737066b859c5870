# The extremes of every integer dtype pass through unchanged.
import numpy as np


def same(x):
    return x


def halves(x):
    return x // 2, x % 2


def middle(x):
    return x[0] + (x[1] - x[0]) // 2


# run: same(np.array([-128, 127], np.int8))
# run: same(np.array([0, 65535], np.uint16))
# run: same(np.int64(-(2**63)))
# run: same(np.int64(2**53 - 1))
# run: same(-9007199254740991)
# run: same(np.array([-(2**63), 2**63 - 1]))
# run: same(np.array([0, 2**64 - 1], np.uint64))
# run: halves(np.array([-(2**63), 2**63 - 1, -1]))
# run: halves(np.array([2**64 - 1, 2**63], np.uint64))
# run: halves(np.array([-128, -127, 127], np.int8))
# run: middle(np.array([2**62, 2**63 - 1]))
