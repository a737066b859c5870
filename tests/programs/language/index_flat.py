# a.flat as a sequence of the elements in C order; item.
import numpy as np


def get(x, k):
    return x.flat[k], x.flat[-1], x.T.flat[1:4], x.flat[[0, 2]]


def put(x, k, v):
    x.flat[k] = v
    return x


def several(x):
    x.flat[1:4] = 7
    x.flat[[0, -1]] = [8, 9]
    x.flat[::2] = np.array([1, 2])


def fill(x):
    x.flat = 5


def total(x):
    s = 0.0
    for v in x.flat:
        s += v
    return s, len(x.flat), np.sum(x.flat)


def items(x, i):
    return x.item(), x.sum().item()


def item_at(x, k):
    return x.item(k), x.item(0, 1), x.item((1, 0))


def item_is_weak(x):
    return np.float32(1.5) * x.item(0)


# run: get(np.arange(6).reshape(2, 3), 4)
# run: get(np.arange(6.).reshape(3, 2).T, np.int8(-2))
# raises: IndexError
# run: get(np.arange(6).reshape(2, 3), 6)
# run: put(np.zeros((2, 3)).T, 1, 7)
# run: put(np.zeros(3), -1, 7)
# raises: IndexError
# run: put(np.zeros(3), -4, 7)
# run: several(np.zeros((2, 3), np.int64))
# run: several(np.zeros((3, 2), np.int64).T)
# run: fill(np.zeros((2, 2)))
# run: total(np.arange(6.).reshape(2, 3).T)
# run: total(np.zeros((0, 3)))
# run: items(np.array([[5.5]]), 0)
# raises: ValueError
# run: items(np.arange(3), 0)
# run: item_at(np.arange(6).reshape(2, 3), 4)
# run: item_is_weak(np.arange(3.))
