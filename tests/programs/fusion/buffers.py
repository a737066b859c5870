# A result may take the memory of an array that ends; never of one that somebody still has.

import numpy as np


def softmax(x):
    e = np.exp2(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def normalized(x):
    y = np.sqrt(x * x + 1)
    total = y.sum()
    z = y / total
    return z, z.sum(), total


def both(x):
    y = np.sqrt(x)
    m = y.max()
    z = y - m
    return y, z


def held(x):
    y = np.sqrt(x)
    rows = [y]
    z = y / y.max()
    return z, rows[0]


def viewed(x):
    y = np.sqrt(x)
    v = y[::-1]
    z = y / v
    w = z + v.sum()
    return w


def in_loops(x, n):
    y = np.sqrt(x)
    for _ in range(n):
        t = y / (y.sum() + 1)
        u = np.sqrt(t) / (t.max() + 2)
        y = u * t
    return y


def other_dtype(x):
    y = np.sqrt(x)
    z = (y / y.max()).astype(np.float32)
    return z * z.sum(), y.astype(np.int64)


# run: softmax(np.array([[1.0, 2.0, 3.0], [0.0, -1.0, np.inf], [np.nan, 1.0, 2.0]]))
# run: softmax(np.arange(12.0).reshape(3, 4).T)
# run: softmax(np.asfortranarray(np.arange(12.0).reshape(3, 4)))
# run: softmax(np.arange(48.0).reshape(2, 3, 8)[:, ::-1, ::3])
# run: softmax(np.arange(4, dtype=np.float32))
# run: softmax(np.zeros((0, 3)))
# run: normalized(np.arange(10.0))
# run: normalized(np.arange(12.0).reshape(3, 4).T)
# run: normalized(np.arange(24.0).reshape(2, 3, 4).transpose(1, 0, 2))
# run: normalized(np.zeros(0))
# run: normalized(np.array(2.0))
# run: both(np.arange(5.0))
# run: both(np.arange(6.0).reshape(2, 3).T)
# run: held(np.arange(5.0) + 1)
# run: viewed(np.arange(5.0) + 1)
# run: viewed(np.arange(6.0).reshape(3, 2) + 1)
# run: in_loops(np.arange(6.0), 3)
# run: in_loops(np.arange(6.0).reshape(2, 3).T, 2)
# run: in_loops(np.arange(6.0), 0)
# run: other_dtype(np.arange(1.0, 7.0))
# run: other_dtype(np.arange(1.0, 7.0).reshape(2, 3).T)
