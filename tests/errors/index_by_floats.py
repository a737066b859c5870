# An array of floats is no index.
import numpy as np


def f(x: "float64[:]", i: "float64[:]"):
    return x[i]  # error[raises-always]: arrays used as indices must be of integer (or boolean) type


def g(x: "float64[:]"):
    x[[0.5, 1.5]] = 0  # error[raises-always]: arrays used as indices must be of integer
    return x
