# `isinstance`, `type` and `callable` are answered at compile time: only one branch has to make sense.
import numpy as np


def double(x):
    if isinstance(x, (int, float)):
        return x * 2
    if isinstance(x, np.ndarray):
        return x.sum() * 2
    if isinstance(x, tuple):
        return x + x
    if callable(x):
        return x(2)
    if x is None:
        return 0
    return -1


def all_kinds(a):
    return double(3), double(True), double(1.5), double(a), double((1, 2)), double(lambda v: v + 1), double(None), double("text")


def numpy_kinds(a):
    x = a[0]
    return (
        isinstance(x, np.floating),
        isinstance(x, np.integer),
        isinstance(x, float),
        isinstance(x, int),
        isinstance(x, np.number),
        isinstance(len(a), np.integer),
    )


def types(x, a):
    return type(x) is int, type(x) == float, type(x)(3), type(a[0])(2), isinstance(x, int | float)


def optional(n):
    x = None
    if n > 0:
        x = n
    if isinstance(x, int):
        return x + 1
    return 0


# run: all_kinds(np.arange(3))
# run: numpy_kinds(np.zeros(2))
# run: numpy_kinds(np.zeros(2, np.float32))
# run: numpy_kinds(np.zeros(2, np.uint8))
# run: types(2, np.zeros(2, np.int16))
# run: types(2.5, np.zeros(2))
# run: optional(3)
# run: optional(0)
