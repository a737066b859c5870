# Arithmetic of NumPy's complex scalars: nothing raises, and single precision stays.
import numpy as np


def four(a, b):
    return a + b, a - b, a * b, a / b


def unary(a):
    return -a, +a, bool(a), a == a


def ordered(a, b):
    return a < b, a <= b, a > b, a >= b


def whole(a):
    return a**2, a**3, a**-2


# run: four(np.complex128(1 + 2j), np.complex128(3 - 1j))
# run: four(np.complex64(0.1 + 2j), np.complex64(0.3 - 1j))
# run: four(np.complex128(1 + 2j), 0)
# run: four(np.complex128(0), 0j)
# run: four(np.complex64(1e30 + 1e30j), np.complex64(1e-30))
# run: four(np.complex128(1e300 + 1e-300j), np.complex128(1e300 - 1e300j))
# run: four(2, np.complex128(1 - 1j))
# run: unary(np.complex64(1 - 2j))
# run: unary(np.complex128(0))
# run: ordered(np.complex128(1 + 2j), np.complex128(1 + 3j))
# run: ordered(np.complex64(1 + 2j), 1)
# run: ordered(2.5, np.complex128(2.5 - 1j))
# run: ordered(np.complex128(complex(1, math.nan)), np.complex128(2))
# run: ordered(np.complex128(complex(1, math.nan)), np.complex128(1))
# run: whole(np.complex128(0.5 + 0.25j))
# run: whole(np.complex64(0.5 + 0.25j))
