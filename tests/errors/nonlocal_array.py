# A variable that several functions assign holds numbers; arrays can be written in place.
import numpy as np


def f(n: int):
    best = np.zeros(n)  # error[unsupported]: the `nonlocal` variable `best` that holds an array

    def replace():
        nonlocal best
        best = np.ones(n)

    replace()
    return best.sum()


# error[unsupported]: the `nonlocal` variable `best` that holds an array
