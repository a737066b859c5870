# A view shares the memory of its base: writes through one are seen through the other.
import numpy as np


def through_view(x):
    y = x[1:4]
    y[0] = 100
    x[2] = 200
    return y[0] + y[1], y


def through_transpose(x):
    t = x.T
    t[0, 1] = -1
    return x


def through_row(x):
    row = x[1]
    row[:] = 7
    row = row + 1
    row[0] = 99
    return row


# run: through_view(np.arange(5))
# run: through_view(np.arange(10.0)[::2])
# run: through_transpose(np.arange(6).reshape(2, 3))
# run: through_transpose(np.asfortranarray(np.arange(6.0).reshape(3, 2)))
# run: through_row(np.arange(6).reshape(2, 3))
