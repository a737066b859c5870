# `copy` as function and method, of any layout.
import numpy as np


def function(x):
    return np.copy(x)


def method(x):
    y = x.copy()
    y += 1
    return y


def slice_of_copy(x):
    return x.copy()[::2]


# run: function(np.arange(6).reshape(2, 3).T)
# run: function(np.array(5))
# run: function(np.zeros((0, 3)))
# run: method(np.arange(10)[::-3])
# run: method(np.broadcast_to(np.arange(3.0), (2, 3)))
# run: slice_of_copy(np.arange(7))
