# `math` has no such function.
import math


def f(x: float):
    return math.squareroot(x)  # error[no-such-function]: `math.squareroot`
