# Angles and classes of cmath: ordinary and large arguments; reals, ints and NumPy's scalars are taken too.
# rtol: 4e-15
import cmath

import numpy as np


def phase(z):
    return cmath.phase(z)


def polar(z):
    return cmath.polar(z)


def isfinite(z):
    return cmath.isfinite(z)


def isinf(z):
    return cmath.isinf(z)


def isnan(z):
    return cmath.isnan(z)


# run: phase(0.3 + 0.7j)
# run: phase(-1.25 + 2j)
# run: phase(3 - 1e-9j)
# run: phase(1e-200 - 2e-180j)
# run: phase(-1e10 + 3e5j)
# run: phase(1 + 1e-12j)
# run: phase(1j)
# run: phase(-1)
# run: phase(705 + 1j)
# run: phase(1e300 - 1e305j)
# run: phase(0.5)
# run: phase(True)
# run: phase(np.complex64(0.5 - 2j))
# run: phase(np.int8(3))

# run: polar(0.3 + 0.7j)
# run: polar(-1.25 + 2j)
# run: polar(3 - 1e-9j)
# run: polar(1e-200 - 2e-180j)
# run: polar(-1e10 + 3e5j)
# run: polar(1 + 1e-12j)
# run: polar(1j)
# run: polar(-1)
# run: polar(705 + 1j)
# run: polar(1e300 - 1e305j)
# run: polar(0.5)
# run: polar(True)
# run: polar(np.complex64(0.5 - 2j))
# run: polar(np.int8(3))

# run: isfinite(0.3 + 0.7j)
# run: isfinite(-1.25 + 2j)
# run: isfinite(3 - 1e-9j)
# run: isfinite(1e-200 - 2e-180j)
# run: isfinite(-1e10 + 3e5j)
# run: isfinite(1 + 1e-12j)
# run: isfinite(1j)
# run: isfinite(-1)
# run: isfinite(705 + 1j)
# run: isfinite(1e300 - 1e305j)
# run: isfinite(0.5)
# run: isfinite(True)
# run: isfinite(np.complex64(0.5 - 2j))
# run: isfinite(np.int8(3))

# run: isinf(0.3 + 0.7j)
# run: isinf(-1.25 + 2j)
# run: isinf(3 - 1e-9j)
# run: isinf(1e-200 - 2e-180j)
# run: isinf(-1e10 + 3e5j)
# run: isinf(1 + 1e-12j)
# run: isinf(1j)
# run: isinf(-1)
# run: isinf(705 + 1j)
# run: isinf(1e300 - 1e305j)
# run: isinf(0.5)
# run: isinf(True)
# run: isinf(np.complex64(0.5 - 2j))
# run: isinf(np.int8(3))

# run: isnan(0.3 + 0.7j)
# run: isnan(-1.25 + 2j)
# run: isnan(3 - 1e-9j)
# run: isnan(1e-200 - 2e-180j)
# run: isnan(-1e10 + 3e5j)
# run: isnan(1 + 1e-12j)
# run: isnan(1j)
# run: isnan(-1)
# run: isnan(705 + 1j)
# run: isnan(1e300 - 1e305j)
# run: isnan(0.5)
# run: isnan(True)
# run: isnan(np.complex64(0.5 - 2j))
# run: isnan(np.int8(3))
