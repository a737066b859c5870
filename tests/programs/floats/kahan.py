# Compensated summation, which a careless optimiser destroys.
import numpy as np


def kahan(x):
    s = 0.0
    c = 0.0
    for i in range(len(x)):
        y = x[i] - c
        t = s + y
        c = (t - s) - y
        s = t
    return s


def naive(x):
    s = 0.0
    for i in range(len(x)):
        s += x[i]
    return s


# run: kahan(np.full(100000, 0.1))
# run: naive(np.full(100000, 0.1))
# run: kahan(np.random.default_rng(0).standard_normal(1001)[::-2])
# run: naive(np.random.default_rng(0).standard_normal(1001)[::-2])
# run: kahan(np.full(1000, 0.1, np.float32))
