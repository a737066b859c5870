# Functions of `math` whose results are exact.
import math


def root(x):
    return math.sqrt(x)


def whole(x):
    return math.floor(x), math.ceil(x), math.trunc(x)


def classify(x):
    return math.isnan(x), math.isinf(x), math.isfinite(x)


def magnitude(x):
    return math.fabs(x)


def with_sign(x, y):
    return math.copysign(x, y)


def remainder(x, y):
    return math.fmod(x, y)


# run: root(2)
# run: root(0.25)
# run: root(-0.0)
# run: whole(2.7)
# run: whole(-2.7)
# run: whole(-0.5)
# run: classify(math.nan)
# run: classify(-math.inf)
# run: classify(1e308)
# run: magnitude(-3)
# run: with_sign(3.0, -0.0)
# run: remainder(-7.5, 2.0)
# run: remainder(7.5, -2.0)
