# Casts to and from complex dtypes: a real dtype takes the real part, bool is `!= 0`.
import numpy as np


def to_complex(a):
    return a.astype(complex), a.astype(np.complex64)


def to_real(a):
    return a.astype(np.float64), a.astype(np.float32), a.astype(np.int32), a.astype(np.uint8), a.astype(bool)


def assigned(a, b):
    a[...] = b
    a[0] = b[-1]
    return a


def element(a, z):
    a[0] = z
    return a


def scalars(z):
    return np.complex64(z), np.complex128(z), complex(z), bool(z)


def real_of_strong(z):
    return float(z), int(z), np.float32(z), np.int16(z), np.bool_(z)


# run: to_complex(np.array([1, -2, 127], np.int8))
# run: to_complex(np.array([True, False]))
# run: to_complex(np.array([0.1, -0.0, np.nan, np.inf]))
# run: to_complex(np.array([2**53 + 1, -1]))
# run: to_complex(np.array([2**64 - 1], np.uint64))
# run: to_complex(np.array([[0.1 + 0.2j, 1e300]])[:, ::-1])
# run: to_complex(np.array([0.1 + 0.2j], np.complex64))
# run: to_real(np.array([1.75 + 2j, 3 - 9j, 0, 1j]))
# run: to_real(np.array([[1.75 + 2j, 3 - 9j]], np.complex64).T)
# run: assigned(np.zeros(3), np.array([1 + 2j, 3 - 1j, 5]))
# run: assigned(np.zeros(3, np.int16), np.array([1 + 2j, 3 - 1j, 5], np.complex64))
# run: assigned(np.zeros(3, bool), np.array([0, 3 - 1j, 5j]))
# run: assigned(np.zeros(3, complex), np.array([1, 2, 3], np.int8))
# run: assigned(np.zeros(3, np.complex64), np.array([0.1 + 1j, 2, 3]))
# run: element(np.zeros(2), np.complex128(1 + 2j))
# run: element(np.zeros(2, np.int64), np.complex64(7 + 2j))
# run: element(np.zeros(2, bool), 1j)
# run: element(np.zeros(2, np.complex64), 0.1 + 0.2j)
# run: element(np.zeros(2, complex), 3)
# run: element(np.zeros(2, complex), True)
# run: scalars(1.1 - 2j)
# run: scalars(3)
# run: scalars(np.float32(0.1))
# run: scalars(np.complex64(0.1j))
# run: real_of_strong(np.complex128(2.75 + 1j))
# run: real_of_strong(np.complex64(-3))
