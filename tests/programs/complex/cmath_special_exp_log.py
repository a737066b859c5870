# Exponential, logarithms and root of cmath: zeros of both signs, infinities and NaN in either part.
# rtol: 2e-15
import cmath

import numpy as np


def exp(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.exp(x[i])
    return out


def log(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.log(x[i])
    return out


def log10(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.log10(x[i])
    return out


def sqrt(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.sqrt(x[i])
    return out


# run: exp(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: exp(np.array([complex(0.0, math.inf)]))
# raises: ValueError: math domain error
# run: exp(np.array([complex(1.0, -math.inf)]))
# raises: ValueError: math domain error
# run: exp(np.array([complex(math.inf, -math.inf)]))

# run: log(np.array([complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: log(np.array([complex(-0.0, -0.0)]))
# raises: ValueError: math domain error
# run: log(np.array([complex(-0.0, 0.0)]))
# raises: ValueError: math domain error
# run: log(np.array([complex(0.0, 0.0)]))

# run: log10(np.array([complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: log10(np.array([complex(-0.0, -0.0)]))
# raises: ValueError: math domain error
# run: log10(np.array([complex(-0.0, 0.0)]))
# raises: ValueError: math domain error
# run: log10(np.array([complex(0.0, 0.0)]))

# run: sqrt(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
