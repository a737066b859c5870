# Loops over elements of complex arrays: loads, stores, carried numbers.
import numpy as np


def mandelbrot(w, n):
    out = np.zeros((w, w), np.int32)
    for i in range(w):
        for j in range(w):
            c = complex(-2 + 3 * i / w, -1.5 + 3 * j / w)
            z = 0j
            k = 0
            while z.real * z.real + z.imag * z.imag < 4 and k < n:
                z = z * z + c
                k += 1
            out[i, j] = k
    return out


def horner(coefficients, x):
    y = np.zeros_like(x)
    for c in coefficients:
        y = y * x + c
    return y


def recurrence(z, n):
    a, b = z, 1 + 0j
    for _ in range(n):
        a, b = b, (a + b) / 2
    return a, b


def newton(z, n):
    for _ in range(n):
        z = z - (z * z * z - 1) / (3 * z * z)
    return z


def last(x):
    z = x[0]
    for i in range(1, len(x)):
        z = x[i] if abs(x[i].real) > abs(z.real) else z
    return z


def swap(x):
    for i in range(len(x) // 2):
        x[i], x[-1 - i] = x[-1 - i], x[i]


def writes(x):
    for i in range(len(x)):
        x[i] = x[i] * 2 if x[i].imag else 5
    x[0] += 1
    x[-1] *= 1j
    return x[::2]


# run: mandelbrot(12, 30)
# run: horner(np.array([1, 2j, -3]), np.array([1 + 1j, 2, 0.5j]))
# run: recurrence(1j, 10)
# run: newton(1 + 2j, 12)
# run: last(np.array([1 + 2j, -3, 2j]))
# run: last(np.array([1 + 2j, -3, 2j], np.complex64))
# raises: IndexError
# run: last(np.zeros(0, complex))
# run: swap(np.array([1j, 2, 3 - 1j, 4]))
# run: swap(np.array([1j, 2, 3 - 1j], np.complex64)[::-1])
# run: writes(np.array([1j, 2, 3 - 1j, 4]))
# run: writes(np.array([1j, 2, 3 - 1j, 4, 5], np.complex64)[::-2])
