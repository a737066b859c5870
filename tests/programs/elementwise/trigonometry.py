# `np.sin`, `np.cos`, `np.tan` up to large arguments.
# ulp: 2
import numpy as np


def sine(x):
    return np.sin(x)


def cosine(x):
    return np.cos(x)


def tangent(x):
    return np.tan(x)


# run: sine(np.array([0.0, -0.0, 1.0, -1.0, np.pi, np.pi / 2, 100.0]))
# run: sine(np.array([np.inf, np.nan, 1e22, -1e10, 5e-324, 1e-10]))
# run: sine(np.random.default_rng(0).uniform(-100, 100, 5000))
# run: sine(1)
# run: cosine(np.array([0.0, -0.0, 1.0, np.pi, np.pi / 2, 1e22, np.inf]))
# run: cosine(np.random.default_rng(1).uniform(-100, 100, 5000))
# run: cosine(np.arange(6).reshape(2, 3)[:, ::-1])
# run: tangent(np.array([0.0, -0.0, 1.0, np.pi / 4, np.pi / 2, 1e10]))
# run: tangent(np.random.default_rng(2).uniform(-10, 10, 5000))
