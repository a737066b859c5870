# Hyperbolic functions of cmath: zeros of both signs, infinities and NaN in either part.
# rtol: 2e-15
import cmath

import numpy as np


def sinh(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.sinh(x[i])
    return out


def cosh(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.cosh(x[i])
    return out


def tanh(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.tanh(x[i])
    return out


# run: sinh(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: sinh(np.array([complex(-2.0, math.inf)]))
# raises: ValueError: math domain error
# run: sinh(np.array([complex(-math.inf, -math.inf)]))
# raises: ValueError: math domain error
# run: sinh(np.array([complex(0.0, math.inf)]))

# run: cosh(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: cosh(np.array([complex(-2.0, math.inf)]))
# raises: ValueError: math domain error
# run: cosh(np.array([complex(-math.inf, -math.inf)]))
# raises: ValueError: math domain error
# run: cosh(np.array([complex(0.0, math.inf)]))

# run: tanh(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: tanh(np.array([complex(-2.0, -math.inf)]))
# raises: ValueError: math domain error
# run: tanh(np.array([complex(0.0, math.inf)]))
# raises: ValueError: math domain error
# run: tanh(np.array([complex(1.0, math.inf)]))
