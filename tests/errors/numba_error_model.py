# Numba's own error model raises where NumPy does not.
from numba import float64, njit


@njit(float64(float64, float64), error_model="python")
def f(x, y):
    return x / y  # warning[numba-differs]: ZeroDivisionError … npc does what NumPy does
