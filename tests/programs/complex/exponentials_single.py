# Exponentials of complex64.
# rtol: 1e-6
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


# run: exp(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: exp2(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: expm1(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: log(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: log2(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: log10(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: log1p(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
# run: sqrt(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1j, -1, 2], np.complex64)[::-1])
