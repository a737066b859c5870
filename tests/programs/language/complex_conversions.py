# Conversions to `int`, `float` and `bool`: of NumPy's numbers the real part, of Python's only `bool`.
import numpy as np


def to_bool(z):
    return bool(z), np.bool_(z)


def to_real(z):
    return int(z), float(z), np.float32(z), np.int8(z)


def to_complex(x):
    return complex(x), np.complex64(x), np.complex128(x)


def two(a, b):
    return np.complex128(a, b), np.complex64(a, b)


# run: to_bool(0j)
# run: to_bool(1j)
# run: to_bool(complex(math.nan, 0))
# run: to_bool(np.complex64(0))
# run: to_real(np.complex128(2.75 - 3j))
# run: to_real(np.complex64(-2.5))
# raises: ValueError: cannot convert float NaN to integer
# run: to_real(np.complex128(complex(math.nan, 1)))
# run: to_complex(3)
# run: to_complex(0.1)
# run: to_complex(True)
# run: to_complex(np.float32(0.1))
# run: to_complex(np.int64(7))
# run: to_complex(np.complex64(0.1 + 1j))
# run: to_complex(0.1 - 1j)
# run: two(1, 2.5)
# run: two(0.1, -0.0)
