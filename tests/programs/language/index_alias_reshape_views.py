# reshape gives a view wherever NumPy finds one: axes split, taken together where they follow each other, or of extent 1.
import numpy as np


def split(x):
    x[:, :4].reshape(3, 2, 2)[1, 1] = -1
    return x


def ones_between(x):
    x[:, :2].reshape(3, 1, 2, 1)[0, 0, 1, 0] = -1
    x[:, :1].reshape(-1)[:] = -2
    x[:1, 1:3].reshape(2)[0] = -3
    return x


def together(x):
    x[:, ::2].reshape(-1, x.shape[2])[1] = -1
    x[..., ::2].reshape(x.shape[0] * x.shape[1], -1)[0, 0] = -5
    return x


def needs_a_copy(x):
    x[:, :2].reshape(-1)[0] = -1
    x.T.reshape(-1)[1] = -2
    x[::-1, ::-1].reshape(-1)[2] = -3
    return x


def values(x):
    return x[:, 1:].reshape(2, -1), x[::2].reshape(-1, 1), x[:, ::-1].reshape(2, 2, -1), x.T.reshape(x.size)


def shape_of_slice(x):
    y = x[:, :1]
    y.shape = (3,)
    y[2] = 77
    return x


# run: split(np.arange(15).reshape(3, 5))
# run: ones_between(np.arange(12).reshape(3, 4))
# run: together(np.arange(24).reshape(2, 3, 4))
# run: needs_a_copy(np.arange(12).reshape(3, 4))
# run: values(np.arange(20).reshape(4, 5)[:, :4])
# run: values(np.arange(48.).reshape(4, 2, 6)[:, 1, :4])
# run: shape_of_slice(np.arange(12).reshape(3, 4))
