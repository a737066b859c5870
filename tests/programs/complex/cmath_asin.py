# Inverse circular functions of cmath: ordinary and large arguments; reals, ints and NumPy's scalars are taken too.
# rtol: 4e-15
import cmath

import numpy as np


def asin(z):
    return cmath.asin(z)


def acos(z):
    return cmath.acos(z)


def atan(z):
    return cmath.atan(z)


# run: asin(0.3 + 0.7j)
# run: asin(-1.25 + 2j)
# run: asin(3 - 1e-9j)
# run: asin(1e-200 - 2e-180j)
# run: asin(-1e10 + 3e5j)
# run: asin(1 + 1e-12j)
# run: asin(1j)
# run: asin(-1)
# run: asin(705 + 1j)
# run: asin(1e300 - 1e305j)
# run: asin(0.5)
# run: asin(True)
# run: asin(np.complex64(0.5 - 2j))
# run: asin(np.int8(3))

# run: acos(0.3 + 0.7j)
# run: acos(-1.25 + 2j)
# run: acos(3 - 1e-9j)
# run: acos(1e-200 - 2e-180j)
# run: acos(-1e10 + 3e5j)
# run: acos(1 + 1e-12j)
# run: acos(1j)
# run: acos(-1)
# run: acos(705 + 1j)
# run: acos(1e300 - 1e305j)
# run: acos(0.5)
# run: acos(True)
# run: acos(np.complex64(0.5 - 2j))
# run: acos(np.int8(3))

# run: atan(0.3 + 0.7j)
# run: atan(-1.25 + 2j)
# run: atan(3 - 1e-9j)
# run: atan(1e-200 - 2e-180j)
# run: atan(-1e10 + 3e5j)
# run: atan(1 + 1e-12j)
# raises: ValueError: math domain error
# run: atan(1j)
# run: atan(-1)
# run: atan(705 + 1j)
# run: atan(1e300 - 1e305j)
# run: atan(0.5)
# run: atan(True)
# run: atan(np.complex64(0.5 - 2j))
# run: atan(np.int8(3))
