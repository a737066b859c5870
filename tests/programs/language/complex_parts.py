# Parts, conjugates and magnitudes of scalars, Python's and NumPy's.
# ulp: 1
import numpy as np


def parts(z):
    return z.real, z.imag, z.conjugate()


def magnitude(z):
    return abs(z)


def of_literals():
    return (3 + 4j).real, (2j).imag, (1 - 1j).conjugate(), abs(-3 + 4j)


def of_reals(x):
    return x.real, x.imag, x.conjugate()


def numpy_parts(z):
    return z.real, z.imag, z.conj(), z.conjugate(), np.abs(z), np.conj(z)


def functions(z):
    return np.real(z), np.imag(z)


# run: parts(1.5 - 2j)
# run: parts(0j)
# run: parts(complex(-0.0, math.nan))
# run: magnitude(3 + 4j)
# run: magnitude(0.1 + 0.7j)
# run: magnitude(1e-320 + 1e-320j)
# run: magnitude(complex(math.inf, math.nan))
# run: magnitude(complex(math.nan, 1))
# run: magnitude(-7)
# raises: OverflowError: absolute value too large
# run: magnitude(1.5e308 + 1.5e308j)
# run: of_literals()
# run: of_reals(2.5)
# run: of_reals(3)
# run: of_reals(True)
# run: numpy_parts(np.complex128(3 - 4j))
# run: numpy_parts(np.complex64(3 - 4j))
# run: functions(1 + 2j)
# run: functions(np.complex64(1 + 2j))
# run: functions(2.5)
# run: functions(7)
