# `np.tanh` saturates at one and keeps the sign of zero.
# ulp: 2
import numpy as np


def hyperbolic(x):
    return np.tanh(x)


# run: hyperbolic(np.array([0.0, -0.0, 1e-10, -1e-300, 0.5, -3.0]))
# run: hyperbolic(np.array([20.0, -20.0, 1000.0, np.inf, -np.inf, np.nan]))
# run: hyperbolic(np.random.default_rng(0).uniform(-5, 5, 5000))
# run: hyperbolic(np.arange(-3, 4)[::-2])
# run: hyperbolic(2)
