# Only ufuncs have the methods of ufuncs.
import numpy as np


def f(x: "float64[:]"):
    return np.sort.reduce(x)  # error[unknown-attribute]: `np.sort` is no ufunc


def g(x: "float64[:]"):
    return np.add.reduceat(x, [0])  # error[unsupported]: the ufunc method `reduceat`


def h(x: "int64[:]", i: "int64[:]"):
    np.add.at(x, i, 1.5)  # error[type-mismatch]: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64')
