# `np.sin`, `np.cos`, `np.tan`, `np.tanh` of float32.
# ulp: 4
import numpy as np


def sine(x):
    return np.sin(x)


def cosine(x):
    return np.cos(x)


def tangent(x):
    return np.tan(x)


def hyperbolic(x):
    return np.tanh(x)


# run: sine(np.arange(-10, 10, dtype=np.float32) / 3)
# run: sine(np.array([0, 1e5, np.inf, np.nan], np.float32))
# run: cosine(np.arange(-10, 10, dtype=np.float32)[::-3] / 3)
# run: cosine(np.float32(0.5))
# run: tangent(np.arange(-4, 4, dtype=np.float32) / 3)
# run: hyperbolic(np.arange(-10, 10, dtype=np.float32) / 3)
