# Powers of complex64 are complex64.
# rtol: 1e-6
import numpy as np


def power(a, b):
    return a**b


# run: power(np.array([1 + 2j, -0.5j, 3], np.complex64), 2)
# run: power(np.array([1 + 2j, -0.5j, 3], np.complex64), -5)
# run: power(np.array([1 + 2j, -0.5j, 3], np.complex64), 0.3)
# run: power(np.array([1 + 2j, -0.5j, 3], np.complex64), np.array([1j, 2, 0.5], np.complex64))
# run: power(np.complex64(1 + 2j), 3)
# run: power(np.float32(2), 1j)
