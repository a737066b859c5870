# Roots of polynomials of degree two and three, the way textbooks have them.
# rtol: 1e-14
import cmath


def quadratic(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


def cubic(a, b, c, d):
    f = (3 * c / a - b**2 / a**2) / 3
    g = (2 * b**3 / a**3 - 9 * b * c / a**2 + 27 * d / a) / 27
    h = g * g / 4 + f**3 / 27
    u = (-(g / 2) + cmath.sqrt(h)) ** (1 / 3)
    w = complex(-0.5, 3**0.5 / 2)
    r0 = u
    r1 = u * w
    r2 = u * w.conjugate()
    shift = b / (3 * a)
    return r0 - f / (3 * r0) - shift, r1 - f / (3 * r1) - shift, r2 - f / (3 * r2) - shift


# run: quadratic(1, -3, 2)
# run: quadratic(1, 2, 5)
# run: quadratic(1j, 2, 5 - 1j)
# run: quadratic(0.5, 0.0, 0.0)
# raises: ZeroDivisionError: complex division by zero
# run: quadratic(0, 2.0, 5.0)
# run: cubic(1.0, -6.0, 11.0, -6.5)
# run: cubic(2.0, 1j, 3.0, 1.0)
