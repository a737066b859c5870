# Hyperbolic functions of cmath: ordinary and large arguments; reals, ints and NumPy's scalars are taken too.
# rtol: 4e-15
import cmath

import numpy as np


def sinh(z):
    return cmath.sinh(z)


def cosh(z):
    return cmath.cosh(z)


def tanh(z):
    return cmath.tanh(z)


# run: sinh(0.3 + 0.7j)
# run: sinh(-1.25 + 2j)
# run: sinh(3 - 1e-9j)
# run: sinh(1e-200 - 2e-180j)
# raises: OverflowError: math range error
# run: sinh(-1e10 + 3e5j)
# run: sinh(1 + 1e-12j)
# run: sinh(1j)
# run: sinh(-1)
# run: sinh(705 + 1j)
# raises: OverflowError: math range error
# run: sinh(1e300 - 1e305j)
# run: sinh(0.5)
# run: sinh(True)
# run: sinh(np.complex64(0.5 - 2j))
# run: sinh(np.int8(3))

# run: cosh(0.3 + 0.7j)
# run: cosh(-1.25 + 2j)
# run: cosh(3 - 1e-9j)
# run: cosh(1e-200 - 2e-180j)
# raises: OverflowError: math range error
# run: cosh(-1e10 + 3e5j)
# run: cosh(1 + 1e-12j)
# run: cosh(1j)
# run: cosh(-1)
# run: cosh(705 + 1j)
# raises: OverflowError: math range error
# run: cosh(1e300 - 1e305j)
# run: cosh(0.5)
# run: cosh(True)
# run: cosh(np.complex64(0.5 - 2j))
# run: cosh(np.int8(3))

# run: tanh(0.3 + 0.7j)
# run: tanh(-1.25 + 2j)
# run: tanh(3 - 1e-9j)
# run: tanh(1e-200 - 2e-180j)
# run: tanh(-1e10 + 3e5j)
# run: tanh(1 + 1e-12j)
# run: tanh(1j)
# run: tanh(-1)
# run: tanh(705 + 1j)
# run: tanh(1e300 - 1e305j)
# run: tanh(0.5)
# run: tanh(True)
# run: tanh(np.complex64(0.5 - 2j))
# run: tanh(np.int8(3))
