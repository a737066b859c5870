# Angles and classes of cmath: zeros of both signs, infinities and NaN in either part.
# rtol: 2e-15
import cmath

import numpy as np


def polar(x):
    out = np.empty(len(x), complex)
    for i in range(len(x)):
        r, phi = cmath.polar(x[i])
        out[i] = complex(r, phi)
    return out


def phase(x):
    out = np.empty(len(x))
    for i in range(len(x)):
        out[i] = cmath.phase(x[i])
    return out


def classes(x):
    out = np.empty((len(x), 3), bool)
    for i in range(len(x)):
        out[i, 0] = cmath.isfinite(x[i])
        out[i, 1] = cmath.isinf(x[i])
        out[i, 2] = cmath.isnan(x[i])
    return out


# run: polar(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))

# run: phase(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))

# run: classes(np.array([complex(0.0, 0.0), complex(0.0, -0.0), complex(0.0, 1.0), complex(0.0, -2.0), complex(0.0, math.inf), complex(0.0, -math.inf), complex(0.0, math.nan), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(-0.0, 1.0), complex(-0.0, -2.0), complex(-0.0, math.inf), complex(-0.0, -math.inf), complex(-0.0, math.nan), complex(1.0, 0.0), complex(1.0, -0.0), complex(1.0, 1.0), complex(1.0, -2.0), complex(1.0, math.inf), complex(1.0, -math.inf), complex(1.0, math.nan), complex(-2.0, 0.0), complex(-2.0, -0.0), complex(-2.0, 1.0), complex(-2.0, -2.0), complex(-2.0, math.inf), complex(-2.0, -math.inf), complex(-2.0, math.nan), complex(math.inf, 0.0), complex(math.inf, -0.0), complex(math.inf, 1.0), complex(math.inf, -2.0), complex(math.inf, math.inf), complex(math.inf, -math.inf), complex(math.inf, math.nan), complex(-math.inf, 0.0), complex(-math.inf, -0.0), complex(-math.inf, 1.0), complex(-math.inf, -2.0), complex(-math.inf, math.inf), complex(-math.inf, -math.inf), complex(-math.inf, math.nan), complex(math.nan, 0.0), complex(math.nan, -0.0), complex(math.nan, 1.0), complex(math.nan, -2.0), complex(math.nan, math.inf), complex(math.nan, -math.inf), complex(math.nan, math.nan)]))
