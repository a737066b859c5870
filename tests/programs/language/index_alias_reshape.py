# reshape and ravel are views where the memory allows it; flatten and astype are copies.
import numpy as np


def views(x):
    x.reshape(-1)[0] = 9
    x.ravel()[1] = 8
    x.reshape(2, -1)[1, 0] = 7
    x.T[0] = 6
    x[None, ..., None][0, 1] = 5


def copies(x):
    x.flatten()[0] = 9
    x.astype(x.dtype)[1] = 8
    np.array(x)[...] = 7
    x.copy()[...] = 6


def transposed(x):
    x.T.ravel()[0] = 9
    x.T.reshape(-1)[1] = 8
    x.swapaxes(0, 1)[1] = 7


# run: views(np.arange(6).reshape(2, 3))
# run: views(np.arange(8.).reshape(4, 2))
# run: copies(np.arange(6).reshape(2, 3))
# run: transposed(np.arange(6).reshape(2, 3))
