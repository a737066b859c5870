# Angles that need many digits of pi, alone in a vector and beside small ones; logarithms of zero and below among others.
# ulp: 2
import numpy as np


def waves(x):
    return np.sin(x), np.cos(x), np.tan(x)


def logarithms(x):
    return np.log(x), np.log2(x), np.log10(x), np.log1p(x)


# run: waves(np.array([1.0, 1e22, 2.0, 3.0, -1e300, np.inf, 0.5, -0.0, 102943.5, 102942.5]))
# run: waves(np.arange(101, dtype=np.float64) * 2058.5)
# run: waves(np.array([1.0, 1e22, 2.0, 3.0, -1e30, np.inf, 0.5, -0.0, 1647100, 1647098], np.float32))
# run: logarithms(np.array([1.0, 0.0, 2.0, -1.0, 5e-324, np.inf, np.nan, -0.0, 1e-310, 7.0]))
# run: logarithms(np.array([1.0, 0.0, 2.0, -1.0, 1e-45, np.inf, np.nan, -0.0, 1e-39, 7.0], np.float32))
