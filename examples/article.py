"""The functions of the article, and one for each thing that they could not do in 2014.

The first three stand here as the article has them, with Numba's own decorators; `row_of_max` has got a signature. Numba
is never imported: npc reads the decorators as declarations of types.

    npc examples/article.py                    writes article.wasm, article.js and article.d.ts
    npc run examples/article.py add 2 3        runs a function here
"""
from numba import jit, float64, int32, int64
import numpy as np


@jit(int32(int32, int32), nopython=True)
def add(x, y):
    """The sum of two numbers; the article's first `f`."""
    return x + y


@jit(int32(int32[:]), nopython=True)
def np_sum(x):
    """The sum of an array. The declared result is a promise: beyond int32 it raises OverflowError."""
    return np.sum(x)


@jit(int32(int32[:, :]), nopython=True)
def row_of_max(x):
    """The first element of the row whose second element is the largest; the article's second `f`."""
    i = x[:, 1].argmax()
    return x[i, 0]


@jit(int64(int32[:]), nopython=True)
def total(x):
    """The sum of an array as int64, which is NumPy's own type for it."""
    return np.sum(x)


@jit(int32[:](int32[:], int32), nopython=True)
def scaled(x, factor):
    """Returning an array."""
    return x * factor


@jit(float64(float64[:], float64[:]), nopython=True)
def distance(p, q):
    """Several arrays as arguments: the Euclidean distance of two points."""
    return np.sqrt(((p - q) ** 2).sum())


@jit(float64[:](float64[:], float64), nopython=True)
def ripple(x, frequency):
    """Ufuncs: a wave under a bell curve."""
    return np.exp(-x * x) * np.cos(frequency * x)


@jit(float64[:, :](float64[:, :]), nopython=True)
def standardised(table):
    """Array operations: every column with mean 0 and standard deviation 1."""
    centred = table - table.mean(axis=0)
    return centred / table.std(axis=0)


@jit(int64[:, :](int64), nopython=True)
def times_table(n):
    """Array creation: the products of 1 to n."""
    k = np.arange(1, n + 1)
    return k[:, np.newaxis] * k


@jit(float64[:, :](float64[:], int64), nopython=True)
def folded(x, columns):
    """Reshape: one row of numbers as a table of so many columns."""
    return x.reshape(-1, columns)
