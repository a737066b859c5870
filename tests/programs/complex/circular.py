# Circular functions of complex arrays, with special values; complex64 gives complex64.
# rtol: 4e-15
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


# run: sin(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: sin(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: sin(np.complex128(0.3 - 0.7j))
# run: sin(0.3 - 0.7j)

# run: cos(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: cos(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: cos(np.complex128(0.3 - 0.7j))
# run: cos(0.3 - 0.7j)

# run: tan(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: tan(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: tan(np.complex128(0.3 - 0.7j))
# run: tan(0.3 - 0.7j)

# run: arcsin(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: arcsin(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: arcsin(np.complex128(0.3 - 0.7j))
# run: arcsin(0.3 - 0.7j)

# run: arccos(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: arccos(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: arccos(np.complex128(0.3 - 0.7j))
# run: arccos(0.3 - 0.7j)

# run: arctan(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: arctan(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: arctan(np.complex128(0.3 - 0.7j))
# run: arctan(0.3 - 0.7j)
