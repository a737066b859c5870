# A closure reads and writes the array of the function around it.
import numpy as np


def fill(n):
    a = np.zeros(n)

    def put(i, x):
        a[i] = x

    for i in range(n):
        put(i, i * 0.5)
    put(-1, 99)
    return a


def moving(a, width):
    def mean(i):
        return a[i : i + width].sum() / width

    out = np.empty(len(a) - width + 1)
    for i in range(len(out)):
        out[i] = mean(i)
    return out


# run: fill(4)
# raises: IndexError: index -1 is out of bounds for axis 0 with size 0
# run: fill(0)
# run: moving(np.arange(10.0)[::-2], 2)
