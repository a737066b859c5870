# Hyperbolic functions of complex arrays, with special values; complex64 gives complex64.
# rtol: 4e-15
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


# run: sinh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: sinh(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: sinh(np.complex128(0.3 - 0.7j))
# run: sinh(0.3 - 0.7j)

# run: cosh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: cosh(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: cosh(np.complex128(0.3 - 0.7j))
# run: cosh(0.3 - 0.7j)

# run: tanh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: tanh(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: tanh(np.complex128(0.3 - 0.7j))
# run: tanh(0.3 - 0.7j)

# run: arcsinh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: arcsinh(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: arcsinh(np.complex128(0.3 - 0.7j))
# run: arcsinh(0.3 - 0.7j)

# run: arccosh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: arccosh(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: arccosh(np.complex128(0.3 - 0.7j))
# run: arccosh(0.3 - 0.7j)

# run: arctanh(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: arctanh(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: arctanh(np.complex128(0.3 - 0.7j))
# run: arctanh(0.3 - 0.7j)
