# Exponential, logarithms and root of cmath: ordinary and large arguments; reals, ints and NumPy's scalars are taken too.
# rtol: 4e-15
import cmath

import numpy as np


def exp(z):
    return cmath.exp(z)


def log(z):
    return cmath.log(z)


def log10(z):
    return cmath.log10(z)


def sqrt(z):
    return cmath.sqrt(z)


# run: exp(0.3 + 0.7j)
# run: exp(-1.25 + 2j)
# run: exp(3 - 1e-9j)
# run: exp(1e-200 - 2e-180j)
# run: exp(-1e10 + 3e5j)
# run: exp(1 + 1e-12j)
# run: exp(1j)
# run: exp(-1)
# run: exp(705 + 1j)
# raises: OverflowError: math range error
# run: exp(1e300 - 1e305j)
# run: exp(0.5)
# run: exp(True)
# run: exp(np.complex64(0.5 - 2j))
# run: exp(np.int8(3))

# run: log(0.3 + 0.7j)
# run: log(-1.25 + 2j)
# run: log(3 - 1e-9j)
# run: log(1e-200 - 2e-180j)
# run: log(-1e10 + 3e5j)
# run: log(1 + 1e-12j)
# run: log(1j)
# run: log(-1)
# run: log(705 + 1j)
# run: log(1e300 - 1e305j)
# run: log(0.5)
# run: log(True)
# run: log(np.complex64(0.5 - 2j))
# run: log(np.int8(3))

# run: log10(0.3 + 0.7j)
# run: log10(-1.25 + 2j)
# run: log10(3 - 1e-9j)
# run: log10(1e-200 - 2e-180j)
# run: log10(-1e10 + 3e5j)
# run: log10(1 + 1e-12j)
# run: log10(1j)
# run: log10(-1)
# run: log10(705 + 1j)
# run: log10(1e300 - 1e305j)
# run: log10(0.5)
# run: log10(True)
# run: log10(np.complex64(0.5 - 2j))
# run: log10(np.int8(3))

# run: sqrt(0.3 + 0.7j)
# run: sqrt(-1.25 + 2j)
# run: sqrt(3 - 1e-9j)
# run: sqrt(1e-200 - 2e-180j)
# run: sqrt(-1e10 + 3e5j)
# run: sqrt(1 + 1e-12j)
# run: sqrt(1j)
# run: sqrt(-1)
# run: sqrt(705 + 1j)
# run: sqrt(1e300 - 1e305j)
# run: sqrt(0.5)
# run: sqrt(True)
# run: sqrt(np.complex64(0.5 - 2j))
# run: sqrt(np.int8(3))
