# `math` raises where the result is undefined or too large.
import math


def root(x):
    return math.sqrt(x)


def logarithm(x):
    return math.log(x)


def exponential(x):
    return math.exp(x)


def down(x):
    return math.floor(x)


def sine(x):
    return math.sin(x)


# raises: ValueError: math domain error
# run: root(-1.0)
# raises: ValueError: math domain error
# run: logarithm(0.0)
# raises: ValueError: math domain error
# run: logarithm(-1.0)
# raises: OverflowError: math range error
# run: exponential(1000.0)
# run: exponential(-1000.0)
# raises: ValueError: cannot convert float NaN to integer
# run: down(math.nan)
# raises: OverflowError: cannot convert float infinity to integer
# run: down(math.inf)
# raises: ValueError: math domain error
# run: sine(math.inf)
# run: root(math.inf)
# run: logarithm(math.inf)
# run: sine(math.nan)
