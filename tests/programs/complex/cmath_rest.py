# cmath: logarithms with a base, `rect`, `isclose` and the constants.
# rtol: 2e-15
import cmath


def log_base(z, base):
    return cmath.log(z, base)


def rect(r, phi):
    return cmath.rect(r, phi)


def isclose(a, b):
    return cmath.isclose(a, b), cmath.isclose(a, b, rel_tol=0.5), cmath.isclose(a, b, abs_tol=0.1)


def tolerance(a, b, r):
    return cmath.isclose(a, b, rel_tol=r)


def constants():
    return cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj


def round_trip(z):
    r, phi = cmath.polar(z)
    return cmath.rect(r, phi)


# run: log_base(3 + 4j, 2)
# run: log_base(3 + 4j, 2j)
# run: log_base(100, 10)
# raises: ValueError: math domain error
# run: log_base(2j, 1)
# raises: ValueError
# run: log_base(2j, 0)
# run: rect(2, 0.5)
# run: rect(-1.5, 3)
# run: rect(2, 0)
# run: rect(2.0, -0.0)
# run: rect(0.0, 1.0)
# run: rect(math.inf, 1.0)
# run: rect(-math.inf, 2.0)
# run: rect(math.inf, 0.0)
# run: rect(math.nan, 0.0)
# run: rect(math.nan, 1.0)
# run: rect(1.0, math.nan)
# run: rect(0.0, math.nan)
# run: rect(math.inf, math.nan)
# run: rect(0.0, math.inf)
# run: rect(math.nan, math.inf)
# raises: ValueError: math domain error
# run: rect(1.0, math.inf)
# raises: ValueError: math domain error
# run: rect(math.inf, -math.inf)
# run: isclose(1 + 1j, 1 + 1j)
# run: isclose(1 + 1j, 1 + 1.0000000001j)
# run: isclose(1 + 1j, 1.05 + 1j)
# run: isclose(complex(math.inf, 0), complex(math.inf, 0))
# run: isclose(complex(math.inf, 0), 1e300)
# run: isclose(complex(math.nan, 0), complex(math.nan, 0))
# run: isclose(0, 0.05j)
# raises: ValueError: tolerances must be non-negative
# run: tolerance(1, 2j, -1.0)
# run: constants()
# run: round_trip(-3 + 0.25j)
