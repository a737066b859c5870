# Stores between overlapping slices of one array: what is stored is what was there before.
import numpy as np


def shift_up(x):
    x[1:] = x[:-1]


def shift_down(x):
    x[:-1] = x[1:]


def add_shifted(x):
    x[1:] += x[:-1]


def add_later(x):
    x[:-1] += x[1:]


def reverse(x):
    x[:] = x[::-1]


def strided(x):
    x[::2] = x[1::2]
    x[1::2] += x[::2]


def itself(x):
    x[:] = x
    x += x
    x *= x[::-1]


# run: shift_up(np.arange(6))
# run: shift_down(np.arange(6.)[::-1])
# run: add_shifted(np.arange(6))
# run: add_shifted(np.arange(12)[::-2])
# run: add_shifted(np.arange(20.))
# run: add_shifted(np.arange(12).reshape(4, 3))
# run: add_later(np.arange(6))
# run: reverse(np.arange(7))
# run: reverse(np.arange(6).reshape(3, 2))
# run: strided(np.arange(6))
# run: itself(np.arange(5))
# run: shift_up(np.zeros(0))
# run: add_shifted(np.zeros(1))
