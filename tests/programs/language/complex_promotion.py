# Which type comes of complex and other numbers, Python's (weak) and NumPy's (strong).
import numpy as np


def both(a, b):
    return a + b, b * a


def same(a):
    return a + 1, a + 1.5, a + 1j, a + True


def assigned(t):
    z = 1
    if t:
        z = 2j
    return z


def strong_or_weak(t, z):
    if t:
        z = 1
    return z


def loop(n):
    s = 0
    for i in range(n):
        s = s + i * 1j
    return s


# run: both(np.complex64(1 + 2j), 2.5)
# run: both(np.complex64(1 + 2j), 3)
# run: both(np.complex64(1 + 2j), 1j)
# run: both(np.complex64(1 + 2j), np.float32(0.1))
# run: both(np.complex64(1 + 2j), np.float64(0.1))
# run: both(np.complex64(1 + 2j), np.int16(3))
# run: both(np.complex64(1 + 2j), np.int32(3))
# run: both(np.complex64(1 + 2j), np.bool_(True))
# run: both(np.complex64(1 + 2j), np.complex128(1j))
# run: both(np.float32(0.1), 1j)
# run: both(np.float64(0.1), 1j)
# run: both(np.int8(3), 1j)
# run: both(np.bool_(True), 1j)
# run: both(np.uint64(3), np.complex64(1j))
# run: same(np.complex64(0.1j))
# run: same(np.complex128(0.1j))
# run: same(0.1j)
# run: assigned(True)
# run: strong_or_weak(False, np.complex64(2j))
# run: loop(5)
