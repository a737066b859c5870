# Results of calls used at once as arguments and operands.
import numpy as np


def make(n):
    return np.arange(n) * 0.5


def total(x):
    s = 0.0
    for i in range(len(x)):
        s += x[i]
    return s


def compose(n):
    return total(make(n)) + total(make(n)[1:]) * make(3)[2]


def twice(n):
    return make(n) + make(n)


# run: compose(5)
# run: compose(100)
# run: twice(4)
# run: twice(0)
