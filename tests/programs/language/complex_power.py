# Powers of Python's complex numbers, with CPython's exceptions.
# rtol: 1e-14


def power(a, b):
    return a**b


def square(z):
    return z**2, pow(z, 3), z**-1, z**0


def augmented(z, n):
    z **= n
    return z


# run: power(1 + 2j, 2)
# run: power(1 + 2j, 5)
# run: power(1 + 2j, -3)
# run: power(1.01 + 0.02j, 100)
# run: power(1.01 + 0.02j, 101)
# run: power(1.01 + 0.02j, -100)
# run: power(1 + 2j, 0.5)
# run: power(1 + 2j, 1.5 - 2j)
# run: power(2, 1j)
# run: power(2.5, 1 + 1j)
# run: power(-8, 1 / 3 + 0j)
# run: power(0j, 0)
# run: power(0j, 2.5)
# run: power(0, 2 + 0j)
# run: power(0j, 0j)
# raises: ZeroDivisionError: 0.0 to a negative or complex power
# run: power(0j, -1)
# raises: ZeroDivisionError: 0.0 to a negative or complex power
# run: power(0j, 1j)
# raises: ZeroDivisionError: 0.0 to a negative or complex power
# run: power(1e-200 + 0j, -2)
# raises: OverflowError: complex exponentiation
# run: power(1e200 + 0.5j, 3.5)
# run: power(1e200 + 1e200j, 2)
# run: power(True, 1j)
# run: square(0.5 - 1j)
# run: augmented(1 + 1j, 7)
# run: augmented(2j, 0.25)
