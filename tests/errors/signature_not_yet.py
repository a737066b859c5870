# Types that exist and that npc does not have yet.
from numba import jit


@jit("f8(longdouble)")  # error[unsupported]: `longdouble` is not supported yet
def f(x):
    return x


def g(x: "datetime64"):  # error[unsupported]: `datetime64` is not supported yet
    return x


def h(x: bytes):  # error[unsupported]: a `bytes` object is not supported yet
    return x


def k(x: "float16"):  # error[unsupported]: `float16` is not supported yet
    return x
