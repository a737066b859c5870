# A call in a loop that could run in vectors otherwise happens in every iteration, also if it returns nothing.
import numpy as np


def count(z):
    z[0] += 1


def note(z, i):
    z[i % 2] = i


def with_count(x, y, z):
    for i in range(len(x)):
        y[i] = x[i] * 2
        count(z)


def with_note(x, y, z):
    for i in range(len(x)):
        y[i] = x[i] * 2
        note(z, i)


# run: with_count(np.arange(40.0), np.zeros(40), np.zeros(2))
# run: with_note(np.arange(41.0), np.zeros(41), np.zeros(2))
# run: x = np.arange(40.0); with_count(x, x, x)
