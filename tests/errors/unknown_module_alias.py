# The module was imported under another name.
import numpy as np


def f(n: int):
    return numpy.zeros(n)  # error[unknown-name]: `numpy` … `np`
