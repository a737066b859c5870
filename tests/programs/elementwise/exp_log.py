# `np.exp` and `np.log`, also at their edges.
# ulp: 2
import numpy as np


def exponential(x):
    return np.exp(x)


def logarithm(x):
    return np.log(x)


# run: exponential(np.array([0.0, -0.0, 1.0, -1.0, 0.5, 700.0, -745.0]))
# run: exponential(np.array([np.inf, -np.inf, np.nan, 710.0, -1000.0]))
# run: exponential(np.arange(-5, 6)[::-2])
# run: exponential(np.random.default_rng(0).uniform(-20, 20, 5000))
# run: exponential(1)
# run: logarithm(np.array([1.0, 2.0, 0.5, 1e-300, 1e300, 5e-324]))
# run: logarithm(np.array([0.0, -1.0, np.inf, np.nan]))
# run: logarithm(np.arange(1, 7).reshape(2, 3).T)
# run: logarithm(np.random.default_rng(0).uniform(0, 3, 5000))
# run: logarithm(np.float64(10))
