# What functions return may be their argument, or a view of it.
import numpy as np


def same(x):
    return x


def tail(x):
    return x[1:]


def first_or_copy(x, flag):
    return x if flag else x.copy()


def through_calls(x):
    y = same(x)
    y[0] = 5
    t = tail(tail(x))
    t += 1
    return x, t


def chosen(x, flag):
    y = first_or_copy(x, flag)
    y[1] = 8
    return x, y


def twice(x):
    return x, x[::-1], same(x)


# run: through_calls(np.arange(4))
# run: chosen(np.arange(3), True)
# run: chosen(np.arange(3), False)
# run: twice(np.arange(3))
