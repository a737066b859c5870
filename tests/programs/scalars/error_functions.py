# `math.erf` and `math.erfc`, also over an array by a loop.
# ulp: 4
import math

import numpy as np


def both(x):
    return math.erf(x), math.erfc(x)


def each(x):
    out = np.empty_like(x)
    for i in range(len(x)):
        out[i] = math.erf(x[i])
    return out


# run: both(0.0)
# run: both(-0.0)
# run: both(0.5)
# run: both(1)
# run: both(-2.75)
# run: both(5.5)
# run: both(27.0)
# run: both(float("inf"))
# run: both(float("nan"))
# run: each(np.random.default_rng(0).uniform(-7, 7, 300))
