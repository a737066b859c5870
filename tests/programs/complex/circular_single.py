# Circular functions of complex64.
# rtol: 1e-6
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


# run: sin(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: cos(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: tan(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: arcsin(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: arccos(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: arctan(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
