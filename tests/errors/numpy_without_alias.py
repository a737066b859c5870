# Numpy without alias.
import numpy


def f(n: int):
    return np.zeros(n)  # error[unknown-name]: name 'np' is not defined
