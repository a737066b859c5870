# A filter's response over frequencies: scalars and arrays of complex numbers in one program.
# rtol: 1e-14
import cmath
import math

import numpy as np


def series(r, l, c, w):
    return r + 1j * w * l + 1 / (1j * w * c)


def parallel(a, b):
    return a * b / (a + b)


def response(r, l, c, frequencies):
    out = np.empty(len(frequencies), complex)
    for k in range(len(frequencies)):
        w = 2 * math.pi * frequencies[k]
        z = parallel(series(r, l, c, w), complex(50))
        out[k] = z / (z + 50)
    return out, 20 * np.log10(np.abs(out)), np.angle(out, deg=True)


def vectorised(r, l, c, frequencies):
    w = 2 * np.pi * frequencies
    z = r + 1j * w * l + 1 / (1j * w * c)
    return z, np.abs(z).min(), cmath.phase(z[0])


# run: response(10.0, 1e-3, 1e-6, np.array([10.0, 1e3, 1e5]))
# run: vectorised(10.0, 1e-3, 1e-6, np.array([10.0, 1e3, 1e5]))
# run: vectorised(10, 1, 2, np.linspace(1, 2, 5)[::-2])
# raises: ZeroDivisionError: complex division by zero
# run: response(10.0, 1e-3, 1e-6, np.array([0.0, 1e3]))
