# Exponentials, logarithms and roots of complex arrays, with special values; complex64 gives complex64.
# rtol: 4e-15
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


# run: exp(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: exp(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: exp(np.complex128(0.3 - 0.7j))
# run: exp(0.3 - 0.7j)

# run: exp2(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: exp2(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: exp2(np.complex128(0.3 - 0.7j))
# run: exp2(0.3 - 0.7j)

# run: expm1(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: expm1(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: expm1(np.complex128(0.3 - 0.7j))
# run: expm1(0.3 - 0.7j)

# run: log(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: log(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: log(np.complex128(0.3 - 0.7j))
# run: log(0.3 - 0.7j)

# run: log2(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: log2(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: log2(np.complex128(0.3 - 0.7j))
# run: log2(0.3 - 0.7j)

# run: log10(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: log10(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: log10(np.complex128(0.3 - 0.7j))
# run: log10(0.3 - 0.7j)

# run: log1p(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: log1p(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: log1p(np.complex128(0.3 - 0.7j))
# run: log1p(0.3 - 0.7j)

# run: sqrt(np.array([0.3 + 0.7j, -1.25 + 2j, 3 - 1e-9j, 1e-5 - 2e-7j, -1 + 1e-12j, 1j, -1, 2]))
# run: sqrt(np.array([[0.3 - 0.7j, 5j], [-0.5, 2 + 2j]]).T[::-1])
# run: sqrt(np.complex128(0.3 - 0.7j))
# run: sqrt(0.3 - 0.7j)
