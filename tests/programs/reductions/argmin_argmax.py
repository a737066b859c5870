# The first position of the extreme; NaN counts as extreme.
import numpy as np


def positions(x):
    return np.argmin(x), np.argmax(x)


def methods(x):
    return x.argmin(), x.argmax()


# run: positions(np.array([3, 1, 2, 1, 3]))
# run: positions(np.array([1.0, np.nan, 3.0]))
# run: positions(np.array([np.nan, np.nan]))
# run: positions(np.array([False, True, True]))
# run: positions(np.array([0.0, -0.0]))
# run: positions(np.arange(12).reshape(3, 4).T * 7 % 11)
# run: positions(np.asfortranarray(np.arange(12.0).reshape(3, 4) * 7 % 11))
# run: methods(np.arange(20, dtype=np.uint8)[::-3])
# run: methods(np.array(5))
# run: methods((np.arange(100000) * 7919) % 100003 * 0.5)
