# npc check --numba
# Numbers that are others with Numba.
import numpy as np


def overflow(n: int):
    a = n * n  # warning[numba-differs]: Numba wraps around where a Python int leaves 64 bits
    b = n + 1
    return a, b, 2 + 3


def converted(n: int, x: float):
    a = np.int8(n)  # warning[numba-differs]: Numba wraps a Python int that does not fit
    b = int(x)  # warning[numba-differs]: Numba converts nan and inf to -2**63
    return a, b, np.int8(5), int(n)


def divided(x: np.float64, y: np.float64):
    a = x / y  # warning[numba-differs]: Numba raises ZeroDivisionError if this divisor is 0
    return a, x / np.float64(2.0)


def shifted(n: int):
    return 1 << n  # warning[numba-differs]: Numba shifts by the count modulo 64


def settles(n: int):
    total = 0
    for i in range(n):
        total = total + 0.5
    return total
