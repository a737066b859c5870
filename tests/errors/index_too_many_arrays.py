# Masks take as many axes as they have.
import numpy as np


def f(x: "float64[:, :]", m: "bool[:, :]", i: "int64[:]"):
    return x[m, i]  # error[raises-always]: too many indices for array: array is 2-dimensional, but 3 were indexed


def g(x: "float64[:, :]", i: "int64[:]"):
    return x[..., i, ...]  # error[raises-always]: an index can only have a single ellipsis
