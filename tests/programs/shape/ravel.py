# `ravel` and `flatten` in C order of the indices; `flatten` always copies.
import numpy as np


def flat(x):
    return np.ravel(x)


def method(x):
    return x.ravel()


def copied(x):
    y = x.flatten()
    y[0] = 100
    return y


# run: flat(np.arange(6).reshape(2, 3))
# run: flat(np.arange(6).reshape(2, 3).T)
# run: flat(np.arange(24).reshape(2, 3, 4)[::-1, :, ::2])
# run: flat(np.array(2.5))
# run: flat(np.zeros((2, 0)))
# run: method(np.asfortranarray(np.arange(6.0).reshape(2, 3)))
# run: copied(np.arange(6).reshape(2, 3))
# run: copied(np.arange(6.0)[::-1])
