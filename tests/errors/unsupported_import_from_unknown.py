# Unsupported import from unknown.
from scipy.special import gamma


def f(x: float):
    return gamma(x)  # error[unsupported]: `gamma`, imported here, is not supported yet
