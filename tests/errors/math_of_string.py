# Math of string.
import math


def f(n: int):
    return math.sqrt("4")  # error[type-mismatch]: must be real number, not str
