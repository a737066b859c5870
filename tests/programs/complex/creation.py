# Making complex arrays.
import numpy as np


def filled(n):
    return np.zeros(n, complex), np.ones((n, 2), np.complex64), np.full(n, 1 - 2j), np.full(n, 2, complex)


def like(a):
    return np.zeros_like(a), np.ones_like(a, dtype=complex), np.full_like(a, 2j), np.empty_like(a).shape


def lists():
    return np.array([1j, 2]), np.array([[1, 2.5], [3j, True]]), np.array((1, 2), dtype=np.complex64), np.array(2 - 1j)


def of_values(z, x):
    return np.array([z, x]), np.array([[z], [z * 2]])


def ranges(n):
    return np.arange(n, dtype=complex), np.linspace(0, 1j, 5), np.linspace(1, 2 - 1j, n), np.eye(n, dtype=complex)


def by_name():
    return np.zeros(2, "complex64"), np.zeros(2, "complex128"), np.zeros(2, dtype="complex"), np.zeros(1, np.csingle), np.zeros(1, np.cdouble)


def joined(a, b):
    out = np.empty(len(a) + len(b), complex)
    out[: len(a)] = a
    out[len(a) :] = b
    return out


def copies(a):
    return a.copy(), a.T.copy(), np.ascontiguousarray(a.T), a.ravel(), a.reshape(-1)[::-1]


def questions(a):
    return a.itemsize, a.nbytes, a.dtype == complex, np.iscomplexobj(a), np.isrealobj(a)


# run: filled(3)
# run: filled(0)
# run: like(np.array([[1 + 2j, 3]]).T)
# run: like(np.array([1, 2], np.complex64))
# run: lists()
# run: of_values(1j, 2)
# run: of_values(np.complex64(1j), np.float32(2))
# run: of_values(2.5, 1 - 1j)
# run: ranges(4)
# run: by_name()
# run: joined(np.array([1j, 2]), np.array([1.5]))
# run: joined(np.array([1, 2]), np.array([1.5j], np.complex64))
# run: copies(np.array([[1 + 2j, 3, 4j], [5, 6, 7]]))
# run: copies(np.array([[1 + 2j, 3, 4j], [5, 6, 7]], np.complex64)[::-1, ::2])
# run: questions(np.array([1j, 2]))
# run: questions(np.array([1j, 2, 3], np.complex64))
# run: questions(np.array([1.0]))
