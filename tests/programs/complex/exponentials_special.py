# Exponentials: infinities, NaN and zeros of both signs in either part.
# rtol: 4e-15
import numpy as np


def exp(z):
    return np.exp(z)


def exp2(z):
    return np.exp2(z)


def expm1(z):
    return np.expm1(z)


def log(z):
    return np.log(z)


def log2(z):
    return np.log2(z)


def log10(z):
    return np.log10(z)


def log1p(z):
    return np.log1p(z)


def sqrt(z):
    return np.sqrt(z)


# run: exp(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: exp2(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: expm1(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: log(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: log2(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: log10(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: log1p(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
# run: sqrt(np.array([complex(a, b) for a in (0.0, -0.0, 1.0, -2.0, np.inf, -np.inf, np.nan) for b in (0.0, -0.0, 0.5, -2.0, np.inf, -np.inf, np.nan)]))
