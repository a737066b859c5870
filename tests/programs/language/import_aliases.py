# Imports inside functions and under other names.
import math as m
from math import floor, sqrt as root
import numpy as np
from numpy import arange, sum as total


def mathematics(x):
    from math import hypot

    return m.sqrt(x), floor(x), root(x * x), hypot(x, x), m.pi


def arrays(n):
    import numpy

    return total(arange(n)), numpy.mean(np.ones(n)), np.float32(n)


# ulp: 1
# run: mathematics(2.5)
# run: arrays(4)
