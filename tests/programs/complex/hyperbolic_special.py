# Hyperbolic functions: infinities, NaN and zeros of both signs in either part.
# rtol: 4e-15
import numpy as np


def sinh(z):
    return np.sinh(z)


def cosh(z):
    return np.cosh(z)


def tanh(z):
    return np.tanh(z)


def arcsinh(z):
    return np.arcsinh(z)


def arccosh(z):
    return np.arccosh(z)


def arctanh(z):
    return np.arctanh(z)


# run: sinh(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: cosh(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: tanh(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: arcsinh(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: arccosh(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: arctanh(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
