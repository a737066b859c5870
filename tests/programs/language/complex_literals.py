# Imaginary literals, sums of them, and `complex` with one and two arguments.


def literals():
    return 1j, 2.5J, 0j, 1e3j, 1 + 2j, -1j, 3 - 0.5j, -(2 + 1j), 1_0j


def made(a, b):
    return complex(a, b), complex(a), complex(b, a), complex()


def keywords(a):
    return complex(real=a), complex(imag=a), complex(a, imag=2), complex(imag=a, real=1)


def of_text():
    return complex("1+2j"), complex(" (3-0.5e1j) "), complex("j"), complex("-inf"), complex("1_0")


def of_complex(z, w):
    return complex(z, w), complex(z), complex(w, 1.5)


def signs():
    return complex(0.0, -0.0), complex(-0.0, 0.0), -0j, 0.0 - 0j, complex(-0.0, -0.0)


# run: literals()
# run: made(1.5, -2.0)
# run: made(1, 2)
# run: made(True, False)
# run: made(-0.0, -0.0)
# run: made(math.inf, math.nan)
# run: keywords(2.5)
# run: of_text()
# run: of_complex(1 + 1j, 2 + 3j)
# run: of_complex(complex(-0.0, -0.0), 1j)
# run: signs()
