import npc
from .hypot import hypot
from .arctrig import arctan2
from .archyperbolic import arcsinh, square_error
from .exp import exp, expm1
from .hyperbolic import sinh, cosh
from .log import log, log1p, log1p_sum
from .trig import sin, cos, tan

# Special values are those of C99, Annex G; formulas with cuts are Kahan's (1987).
MAX_FINITE = 1.7976931348623157e+308
HUGE = 4.4942328371557893e+307
LN2 = 0.6931471805599453
HALF_PI = 1.5707963267948966


def is_finite(x: float64) -> bool:
    return npc.abs(x) <= MAX_FINITE


def is_infinite(x: float64) -> bool:
    return npc.abs(x) > MAX_FINITE


def complex_exp(z: complex128) -> complex128:
    """exp(x) (cos y + i sin y)."""
    x = z.real
    y = z.imag
    if y == 0.0:
        return npc.complex(exp(x), y)
    if not is_finite(y):
        if is_infinite(x):
            return npc.complex(x, y - y) if x > 0.0 else npc.complex(0.0, npc.copysign(0.0, y))
        return npc.complex(y - y, y - y)
    if npc.abs(x) > 700.0:
        # In two factors: the result may be finite where exp(x) is not.
        e = exp(0.5 * x)
        return npc.complex(e * cos(y) * e, e * sin(y) * e)
    e = exp(x)
    return npc.complex(e * cos(y), e * sin(y))


def complex_exp2(z: complex128) -> complex128:
    return complex_exp(npc.complex(z.real * LN2, z.imag * LN2))


def complex_expm1(z: complex128) -> complex128:
    """exp(z) - 1 without cancellation near 0."""
    s = sin(0.5 * z.imag)
    return npc.complex(expm1(z.real) * cos(z.imag) - 2.0 * s * s, exp(z.real) * sin(z.imag))


def log_size(x: float64, y: float64) -> float64:
    """log of the magnitude of x + iy, exact near 1."""
    a = npc.abs(x)
    b = npc.abs(y)
    if not (is_finite(a) and is_finite(b)):
        return log(hypot(a, b))
    if a > HUGE or b > HUGE:
        return log(hypot(0.25 * a, 0.25 * b)) + 2.0 * LN2
    big = b if b > a else a
    small = a if b > a else b
    if big > 0.6 and big < 1.5:
        # log1p(a*a + b*b - 1) / 2 with the argument in two doubles.
        p = big * big
        q = small * small
        t = p - 1.0
        v = t - p
        lost = (p - (t - v)) + (-1.0 - v)
        s = t + q
        v = s - t
        lost = lost + ((t - (s - v)) + (q - v))
        return 0.5 * log1p_sum(s, lost + (square_error(big, p) + square_error(small, q)))
    return log(hypot(a, b))


def complex_log(z: complex128) -> complex128:
    """log |z| and the angle."""
    return npc.complex(log_size(z.real, z.imag), arctan2(z.imag, z.real))


def complex_log2(z: complex128) -> complex128:
    return npc.complex(log_size(z.real, z.imag) * 1.4426950408889634, arctan2(z.imag, z.real) * 1.4426950408889634)


def complex_log10(z: complex128) -> complex128:
    return npc.complex(log_size(z.real, z.imag) * 0.4342944819032518, arctan2(z.imag, z.real) * 0.4342944819032518)


def complex_log1p(z: complex128) -> complex128:
    """log(1 + z), as NumPy has it: the sum is rounded."""
    x = z.real + 1.0
    return npc.complex(log(hypot(x, z.imag)), arctan2(z.imag, x))


def complex_sqrt(z: complex128) -> complex128:
    """The root in the right half plane; the cut is the negative real axis."""
    x = z.real
    y = z.imag
    if x == 0.0 and y == 0.0:
        return npc.complex(0.0, y)
    if is_infinite(y):
        return npc.complex(npc.abs(y), y)
    if x != x:
        return npc.complex(x, x)
    if is_infinite(x):
        if x > 0.0:
            return npc.complex(x, y if y != y else npc.copysign(0.0, y))
        return npc.complex(npc.abs(y - y), npc.copysign(x, y))
    scale = 1.0
    back = 1.0
    if npc.abs(x) > HUGE or npc.abs(y) > HUGE:
        scale = 0.0625
        back = 4.0
    elif npc.abs(x) < 1e-290 and npc.abs(y) < 1e-290:
        scale = 1.8014398509481984e+16
        back = 7.450580596923828e-09
    x = x * scale
    y = y * scale
    t = npc.sqrt(0.5 * (npc.abs(x) + hypot(x, y)))
    other = npc.abs(y) / (2.0 * t)
    if x >= 0.0:
        return npc.complex(t * back, npc.copysign(other * back, y))
    return npc.complex(other * back, npc.copysign(t * back, y))


def complex_sinh(z: complex128) -> complex128:
    """sinh x cos y + i cosh x sin y."""
    x = z.real
    y = z.imag
    if y == 0.0:
        return npc.complex(sinh(x), y)
    if not is_finite(y):
        return npc.complex(x if x == 0.0 else (npc.abs(x) if is_infinite(x) else y - y), y - y)
    if is_finite(x) and npc.abs(x) > 700.0:
        e = exp(0.5 * npc.abs(x))
        return npc.complex(npc.copysign(0.5, x) * e * cos(y) * e, 0.5 * e * sin(y) * e)
    return npc.complex(sinh(x) * cos(y), cosh(x) * sin(y))


def complex_cosh(z: complex128) -> complex128:
    """cosh x cos y + i sinh x sin y."""
    x = z.real
    y = z.imag
    if y == 0.0:
        return npc.complex(cosh(x), npc.copysign(0.0, x) * y)
    if not is_finite(y):
        if x == 0.0:
            return npc.complex(y - y, npc.copysign(0.0, x))
        return npc.complex(npc.abs(x) if is_infinite(x) else y - y, y - y)
    if x == 0.0:
        return npc.complex(cos(y), x * sin(y))
    if is_finite(x) and npc.abs(x) > 700.0:
        e = exp(0.5 * npc.abs(x))
        return npc.complex(0.5 * e * cos(y) * e, npc.copysign(0.5, x) * e * sin(y) * e)
    return npc.complex(cosh(x) * cos(y), sinh(x) * sin(y))


def complex_tanh(z: complex128) -> complex128:
    x = z.real
    y = z.imag
    if x != x:
        return npc.complex(x, y if y == 0.0 else x)
    if is_infinite(x):
        side = sin(2.0 * y) if is_finite(y) else y
        return npc.complex(npc.copysign(1.0, x), npc.copysign(0.0, side))
    if not is_finite(y):
        return npc.complex(x if x == 0.0 else y - y, y - y)
    if npc.abs(x) > 22.0:
        e = exp(-npc.abs(x))
        return npc.complex(npc.copysign(1.0, x), 4.0 * sin(y) * cos(y) * e * e)
    t = tan(y)
    slope = 1.0 + t * t
    s = sinh(x)
    below = 1.0 + slope * s * s
    return npc.complex(slope * npc.sqrt(1.0 + s * s) * s / below, t / below)


def complex_sin(z: complex128) -> complex128:
    if is_infinite(z.imag) and not is_finite(z.real):
        return npc.complex(z.real - z.real, npc.abs(z.imag))
    w = complex_sinh(npc.complex(-z.imag, z.real))
    return npc.complex(w.imag, -w.real)


def complex_cos(z: complex128) -> complex128:
    return complex_cosh(npc.complex(-z.imag, z.real))


def complex_tan(z: complex128) -> complex128:
    w = complex_tanh(npc.complex(-z.imag, z.real))
    return npc.complex(w.imag, -w.real)


def complex_arcsinh(z: complex128) -> complex128:
    x = z.real
    y = z.imag
    if is_infinite(x) or is_infinite(y):
        return npc.complex(npc.copysign(npc.highest(float), x), arctan2(y, npc.abs(x)))
    if x != x or y != y:
        return npc.complex(x + y, y if y == 0.0 else x + y)
    if npc.abs(x) > HUGE or npc.abs(y) > HUGE:
        return npc.complex(npc.copysign(log_size(x, y) + LN2, x), arctan2(y, npc.abs(x)))
    a = complex_sqrt(npc.complex(1.0 + y, -x))
    b = complex_sqrt(npc.complex(1.0 - y, x))
    return npc.complex(arcsinh(a.real * b.imag - b.real * a.imag), arctan2(y, a.real * b.real - a.imag * b.imag))


def complex_arccos(z: complex128) -> complex128:
    x = z.real
    y = z.imag
    if is_infinite(x) or is_infinite(y):
        return npc.complex(arctan2(npc.abs(y), x), -npc.copysign(npc.highest(float), y))
    if x != x or y != y:
        return npc.complex(HALF_PI if x == 0.0 else x + y, x + y)
    if npc.abs(x) > HUGE or npc.abs(y) > HUGE:
        return npc.complex(arctan2(npc.abs(y), x), -npc.copysign(log_size(x, y) + LN2, y))
    a = complex_sqrt(npc.complex(1.0 - x, -y))
    b = complex_sqrt(npc.complex(1.0 + x, y))
    return npc.complex(2.0 * arctan2(a.real, b.real), arcsinh(b.real * a.imag - b.imag * a.real))


def complex_arctanh(z: complex128) -> complex128:
    y = z.imag
    if is_infinite(z.real) or is_infinite(y):
        return npc.complex(npc.copysign(0.0, z.real), y if y != y else npc.copysign(HALF_PI, y))
    if z.real != z.real or y != y:
        return npc.complex(z.real if z.real == 0.0 else z.real + y, z.real + y)
    # Odd: in the right half plane.
    x = npc.abs(z.real)
    side = npc.copysign(1.0, z.real)
    b = npc.abs(y)
    if x > 6.7e153 or b > 6.7e153:
        h = hypot(0.5 * x, 0.5 * b)
        return npc.complex(side * (0.25 * x / h / h), npc.copysign(HALF_PI, y))
    if x == 1.0 and b < 1.5e-154:
        if b == 0.0:
            return npc.complex(npc.copysign(npc.highest(float), z.real), y)
        return npc.complex(side * -log(npc.sqrt(b) / npc.sqrt(hypot(b, 2.0))), npc.copysign(0.5 * arctan2(2.0, -b), y))
    c = 1.0 - x
    re = 0.25 * log1p(4.0 * x / (c * c + b * b))
    im = 0.5 * arctan2(2.0 * b, c * (1.0 + x) - b * b)
    return npc.complex(side * re, npc.copysign(im, y))


def complex_arcsin(z: complex128) -> complex128:
    if is_infinite(z.real) and z.imag != z.imag:
        return npc.complex(z.imag, npc.abs(z.real))
    w = complex_arcsinh(npc.complex(-z.imag, z.real))
    return npc.complex(w.imag, -w.real)


def complex_arctan(z: complex128) -> complex128:
    w = complex_arctanh(npc.complex(-z.imag, z.real))
    return npc.complex(w.imag, -w.real)


def complex_arccosh(z: complex128) -> complex128:
    """As arccos turned by a right angle, into the right half plane."""
    w = complex_arccos(z)
    return npc.complex(npc.abs(w.imag), npc.copysign(w.real, z.imag))
