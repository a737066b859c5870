# Circular functions of cmath: zeros of both signs, infinities and NaN in either part.
# rtol: 2e-15
import cmath

import numpy as np


def sin(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.sin(x[i])
    return out


def cos(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.cos(x[i])
    return out


def tan(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        out[i] = cmath.tan(x[i])
    return out


# run: sin(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, math.nan), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: sin(np.array([complex(-math.inf, -math.inf)]))
# raises: ValueError: math domain error
# run: sin(np.array([complex(-math.inf, 0.0)]))
# raises: ValueError: math domain error
# run: sin(np.array([complex(math.inf, 0.0)]))

# run: cos(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, math.nan), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: cos(np.array([complex(-math.inf, -math.inf)]))
# raises: ValueError: math domain error
# run: cos(np.array([complex(-math.inf, 0.0)]))
# raises: ValueError: math domain error
# run: cos(np.array([complex(math.inf, 0.0)]))

# run: tan(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
# raises: ValueError: math domain error
# run: tan(np.array([complex(-math.inf, -2.0)]))
# raises: ValueError: math domain error
# run: tan(np.array([complex(-math.inf, 0.0)]))
# raises: ValueError: math domain error
# run: tan(np.array([complex(math.inf, 0.0)]))
