# Chained assignment: the value is computed once, the targets are assigned from left to right.
import numpy as np


def chained(c, i):
    a = b = c[i:] = np.arange(len(c) - i)
    a[0] = 99
    return a, b, c


def two_names(n):
    a = b = np.zeros(n)
    a[0] = 1
    b += 2
    return a, b


def scalar_everywhere(x):
    x[0] = y = x[-1] = 7
    return y


def element_and_index(x):
    i = x[i_of(x)] = 3
    return i


def i_of(x):
    return 2


def from_one_place(x):
    x[1:3] = x[3:5] = x[:2]
    return x


# run: chained(np.zeros(5), 2)
# run: chained(np.zeros(4, np.int8), 1)
# run: two_names(3)
# run: scalar_everywhere(np.zeros(3))
# run: element_and_index(np.zeros(4))
# run: from_one_place(np.arange(6))
