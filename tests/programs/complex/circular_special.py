# Circular functions: infinities, NaN and zeros of both signs in either part.
# rtol: 4e-15
import numpy as np


def sin(z):
    return np.sin(z)


def cos(z):
    return np.cos(z)


def tan(z):
    return np.tan(z)


def arcsin(z):
    return np.arcsin(z)


def arccos(z):
    return np.arccos(z)


def arctan(z):
    return np.arctan(z)


# run: sin(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: cos(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: tan(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: arcsin(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: arccos(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: arctan(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
