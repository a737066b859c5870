# Math misspelt.
import math


def f(x: float):
    return math.squrt(x)  # error[no-such-function]: Python's module math has no `math.squrt`
