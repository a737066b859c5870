# A decorator that npc does not know changes what a call means.
import functools


@functools.cache  # error[unsupported]: the decorator `cache` is not supported yet
def square(x):
    return x * x


def f(x: int):
    return square(x)
