# Hyperbolic functions of complex64.
# rtol: 1e-6
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


# run: sinh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: cosh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: tanh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: arcsinh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: arccosh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: arctanh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
