# Inverse hyperbolic functions of cmath: ordinary and large arguments; reals, ints and NumPy's scalars are taken too.
# rtol: 4e-15
import cmath

import numpy as np


def asinh(z):
    return cmath.asinh(z)


def acosh(z):
    return cmath.acosh(z)


def atanh(z):
    return cmath.atanh(z)


# run: asinh(0.3 + 0.7j)
# run: asinh(-1.25 + 2j)
# run: asinh(3 - 1e-9j)
# run: asinh(1e-200 - 2e-180j)
# run: asinh(-1e10 + 3e5j)
# run: asinh(1 + 1e-12j)
# run: asinh(1j)
# run: asinh(-1)
# run: asinh(705 + 1j)
# run: asinh(1e300 - 1e305j)
# run: asinh(0.5)
# run: asinh(True)
# run: asinh(np.complex64(0.5 - 2j))
# run: asinh(np.int8(3))

# run: acosh(0.3 + 0.7j)
# run: acosh(-1.25 + 2j)
# run: acosh(3 - 1e-9j)
# run: acosh(1e-200 - 2e-180j)
# run: acosh(-1e10 + 3e5j)
# run: acosh(1 + 1e-12j)
# run: acosh(1j)
# run: acosh(-1)
# run: acosh(705 + 1j)
# run: acosh(1e300 - 1e305j)
# run: acosh(0.5)
# run: acosh(True)
# run: acosh(np.complex64(0.5 - 2j))
# run: acosh(np.int8(3))

# run: atanh(0.3 + 0.7j)
# run: atanh(-1.25 + 2j)
# run: atanh(3 - 1e-9j)
# run: atanh(1e-200 - 2e-180j)
# run: atanh(-1e10 + 3e5j)
# run: atanh(1 + 1e-12j)
# run: atanh(1j)
# raises: ValueError: math domain error
# run: atanh(-1)
# run: atanh(705 + 1j)
# run: atanh(1e300 - 1e305j)
# run: atanh(0.5)
# raises: ValueError: math domain error
# run: atanh(True)
# run: atanh(np.complex64(0.5 - 2j))
# run: atanh(np.int8(3))
