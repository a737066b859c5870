# The subscripts of einsum are read at compile time.
import numpy as np


def f(a: "float64[:, :]", b: "float64[:, :]"):
    return np.einsum("ij,jk->ik", a)  # error[raises-always]: fewer operands provided


def g(a: "float64[:, :]"):
    return np.einsum("ij->k", a)  # error[raises-always]: included output subscript 'k' which never appeared in an input


def h(a: "float64[:, :]"):
    return np.einsum("i1->i", a)  # error[raises-always]: invalid subscript '1'


def i(a: "float64[:, :]"):
    return np.einsum("ijk->i", a)  # error[unsupported]: name another number of axes than the operand has


def j(a: "float64[:, :]"):
    return np.einsum("ij->ii", a)  # error[raises-always]: includes output subscript 'i' multiple times
