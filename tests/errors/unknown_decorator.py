# A decorator that npc does not know is an error where the function has types.
import functools


@functools.cache  # error[unsupported]: the decorator `cache` is not supported yet
def f(x: int):
    return x
