# Circular functions of cmath: ordinary and large arguments; reals, ints and NumPy's scalars are taken too.
# rtol: 4e-15
import cmath

import numpy as np


def sin(z):
    return cmath.sin(z)


def cos(z):
    return cmath.cos(z)


def tan(z):
    return cmath.tan(z)


# run: sin(0.3 + 0.7j)
# run: sin(-1.25 + 2j)
# run: sin(3 - 1e-9j)
# run: sin(1e-200 - 2e-180j)
# raises: OverflowError: math range error
# run: sin(-1e10 + 3e5j)
# run: sin(1 + 1e-12j)
# run: sin(1j)
# run: sin(-1)
# run: sin(705 + 1j)
# raises: OverflowError: math range error
# run: sin(1e300 - 1e305j)
# run: sin(0.5)
# run: sin(True)
# run: sin(np.complex64(0.5 - 2j))
# run: sin(np.int8(3))

# run: cos(0.3 + 0.7j)
# run: cos(-1.25 + 2j)
# run: cos(3 - 1e-9j)
# run: cos(1e-200 - 2e-180j)
# raises: OverflowError: math range error
# run: cos(-1e10 + 3e5j)
# run: cos(1 + 1e-12j)
# run: cos(1j)
# run: cos(-1)
# run: cos(705 + 1j)
# raises: OverflowError: math range error
# run: cos(1e300 - 1e305j)
# run: cos(0.5)
# run: cos(True)
# run: cos(np.complex64(0.5 - 2j))
# run: cos(np.int8(3))

# run: tan(0.3 + 0.7j)
# run: tan(-1.25 + 2j)
# run: tan(3 - 1e-9j)
# run: tan(1e-200 - 2e-180j)
# run: tan(-1e10 + 3e5j)
# run: tan(1 + 1e-12j)
# run: tan(1j)
# run: tan(-1)
# run: tan(705 + 1j)
# run: tan(1e300 - 1e305j)
# run: tan(0.5)
# run: tan(True)
# run: tan(np.complex64(0.5 - 2j))
# run: tan(np.int8(3))
