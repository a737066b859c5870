# An array has no such attribute.
from numba import float64


def f(a: float64[:]):
    return a.shap[0]  # error[unknown-attribute]: `shap` … `.shape`
