# Functions of `math` with rounding of their own.
# ulp: 2
import math


def exponentials(x):
    return math.exp(x), math.sin(x), math.cos(x), math.tan(x), math.tanh(x)


def logarithm(x):
    return math.log(x)


def angle(y, x):
    return math.atan2(y, x)


def circle(r):
    return math.pi * r**2, math.tau * r, math.e


# run: exponentials(0.0)
# run: exponentials(1)
# run: exponentials(-2.75)
# run: exponentials(20.5)
# run: logarithm(10)
# run: logarithm(0.1)
# run: logarithm(1)
# run: angle(1.0, -1.0)
# run: angle(-0.0, -1.0)
# run: angle(3, 4)
# run: circle(1.5)
