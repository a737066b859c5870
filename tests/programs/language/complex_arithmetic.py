# Arithmetic of Python's complex numbers with each other and with ints, floats and bools.


def four(a, b):
    return a + b, a - b, a * b, a / b


def unary(a):
    return -a, +a, not a, bool(a)


def mixed(z, x, n, t):
    return z + x * n - t, n / z, t * z, x - z


def chained(z):
    return ((z + 1) * (z - 1j) / 2 - z) * 0.5 + 3


def augmented(z):
    z += 1
    z *= 2j
    z -= 0.5
    z /= 1 + 1j
    return z


# run: four(1 + 2j, 3 - 1j)
# run: four(1 + 2j, 2)
# run: four(3, 1 - 2j)
# run: four(0.1 + 0.7j, 0.3 - 0.9j)
# run: four(True, 2j)
# run: four(2j, 1.5)
# run: four(complex(math.inf, 1), 1 + 1j)
# run: four(complex(math.nan, 1), 1 + 1j)
# run: four(1 + 1j, complex(math.nan, 1))
# run: four(1e200 + 1e200j, 1e200 - 1e200j)
# run: four(1e-300 + 1e-310j, 3e-300 - 1e-305j)
# run: four(complex(-0.0, 0.0), complex(0.0, -0.0) + 1)
# raises: ZeroDivisionError: complex division by zero
# run: four(1j, 0)
# raises: ZeroDivisionError
# run: four(1j, 0j)
# run: unary(1 - 2j)
# run: unary(0j)
# run: unary(complex(-0.0, -0.0))
# run: unary(complex(math.nan, 0))
# run: mixed(1 + 2j, 0.5, 3, True)
# run: chained(0.25 - 3j)
# run: augmented(2 - 1j)
# run: augmented(3)
