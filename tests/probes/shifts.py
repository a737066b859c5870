# Shifts by counts that are as large as the type, or negative.
import numpy as np


def sh(x, y):
    return x << y


def shr(x, y):
    return x >> y


# probe: 1<<64 arr
# run: sh(np.array([1]), np.array([64]))

# probe: -1>>70 arr
# run: shr(np.array([-1]), np.array([70]))

# probe: shift neg
# run: sh(np.array([1]), np.array([-1]))
