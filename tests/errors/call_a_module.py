# Call a module.
import math


def f(x: float):
    return math(x)  # error[type-mismatch]: 'module math' object is not callable
