# Real and imaginary parts of arrays are views: loads and stores through them, strided and reversed.
import numpy as np


def parts(a):
    return a.real, a.imag


def store_real(a, b):
    a.real = b
    return a


def store_imag(a, b):
    a.imag[...] = b
    return a.imag


def element(a, i):
    a.real[i] = 5
    a.imag[i] += 2
    return a[i], a.real[i], a.imag[-1]


def in_place(a):
    a.real += a.imag
    a.imag *= -1


def swapped(a):
    a.real, a.imag = a.imag.copy(), a.real.copy()


def overlapping(a):
    a.real[1:] += a.real[:-1]
    a.imag[...] = a.real


def sums(a):
    return a.real.sum(), a.imag.max(), (a.real * a.imag).sum(axis=0)


def strides(a):
    return a.real.strides, a.imag.shape, a.real.dtype == np.float64


def functions(a):
    return np.real(a), np.imag(a), np.conj(a), a.conj(), a.conjugate()


def of_reals(a):
    b = a.real
    b[0] = 9
    return b, a.imag, np.conj(a), np.real(a), np.imag(a)


def view_of_view(a):
    return a[::-1].T.imag[0], a.real.T, a.imag.reshape(-1)


# run: parts(np.array([1 + 2j, 3 - 0.5j, -0.0]))
# run: parts(np.array([[1 + 2j, 3], [4j, 5]], np.complex64)[::-1, ::-1])
# run: parts(np.zeros((0, 2), complex))
# run: parts(np.array(1 + 2j))
# run: parts(np.arange(6).reshape(2, 3).T * 1j)
# run: store_real(np.array([1 + 2j, 3j, 4]), np.array([7, 8, 9]))
# run: store_real(np.array([[1 + 2j, 3j], [4, 5]], np.complex64), 2.5)
# run: store_imag(np.array([1 + 2j, 3j, 4])[::2], 1)
# run: store_imag(np.array([[1 + 2j, 3j], [4, 5]]), np.array([1.5, 2]))
# run: element(np.array([1 + 2j, 3j, 4]), 1)
# run: element(np.array([1 + 2j, 3j, 4], np.complex64)[::-1], -3)
# raises: IndexError
# run: element(np.array([1 + 2j]), 1)
# run: in_place(np.array([1 + 2j, 3j, 4]))
# run: in_place(np.array([[1 + 2j, 3j, 4], [1, 2j, 3]])[:, ::2])
# run: swapped(np.array([1 + 2j, 3j, 4]))
# run: overlapping(np.arange(6) * (1 - 1j))
# run: sums(np.array([[1 + 2j, 3j], [4, 5 - 1j]]))
# run: strides(np.array([[1 + 2j, 3j], [4, 5 - 1j]]))
# run: functions(np.array([1 + 2j, 3 - 0.5j, -0.0]))
# run: functions(np.array([[1 + 2j, 3 - 0.5j]], np.complex64).T)
# run: of_reals(np.array([1.5, 2]))
# run: of_reals(np.array([1, 2], np.int16)[::-1])
# run: view_of_view(np.array([[1 + 2j, 3j], [4, 5 - 1j], [6, 7j]]))
# run: view_of_view(np.array([[1 + 2j, 3j], [4, 5 - 1j]], np.complex64).T)
