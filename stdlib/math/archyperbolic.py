import npc
from .log import BIAS, BIAS_TWICE, MAX_FINITE, SHIFT, TOP27, exponent, fraction, log_sum, log1p_sum

# Rational approximation near 0: Cephes asinh.c (Moshier).
SP0 = -4.3323168375234210e-03
SP1 = -5.9175021205638712e-01
SP2 = -4.3739022619435668e+00
SP3 = -9.0903053330837732e+00
SP4 = -5.5668222723085964e+00
SQ0 = 1.2875700206742645e+01
SQ1 = 4.8604248380529179e+01
SQ2 = 6.9572252133725761e+01
SQ3 = 3.3400933633851636e+01

TWO28 = 268435456.0


def square_error(a: float64, p: float64) -> float64:
    """a*a - p for p the rounded square (Dekker 1971)."""
    t = npc.from_bits(npc.bits(a) & TOP27)
    r = a - t
    return ((t * t - p) + 2.0 * t * r) + r * r


def log_pair(a: float64, b: float64, bias: float64) -> float64:
    """Logarithm of a + b for a positive normal a and |b| <= ulp(a); `bias` as for log_of."""
    i = npc.bits(a) + SHIFT
    return log_sum(exponent(i, bias), fraction(i), b / a)


def log_twice(x: float64) -> float64:
    """log(2 x) for large x, infinity or NaN."""
    return log_pair(x, 0.0, BIAS_TWICE) if x <= MAX_FINITE else x


def arcsinh(x: float64) -> float64:
    """log(a + sqrt(a*a + 1)) with the argument in two doubles; Cephes asinh.c near 0."""
    a = npc.abs(x)
    p = a * a
    num = SP4 + p * (SP3 + p * (SP2 + p * (SP1 + p * SP0)))
    den = SQ3 + p * (SQ2 + p * (SQ1 + p * (SQ0 + p)))
    near = a + a * (p * (num / den))
    t = p + 1.0
    b = t - p
    tl = (p - (t - b)) + (1.0 - b) + square_error(a, p)
    r = npc.sqrt(t)
    s = r * r
    e = ((t - s) - square_error(r, s) + tl) / (2.0 * r)
    h = r + a
    far = log_pair(h, ((r - h) + a) + e, BIAS)
    result = npc.copysign(near if a < 0.5 else far, x)
    if not (a < TWO28):
        result = npc.copysign(log_twice(a), x)
    return result


def arccosh_rare(x: float64) -> float64:
    """arccosh outside 1 < x < 2**28."""
    if x >= TWO28:
        return log_twice(x)
    if x == 1.0:
        return 0.0
    return x if x != x else npc.from_bits(0x7ff8000000000000)


def arccosh(x: float64) -> float64:
    """log1p(t + sqrt(2t + t*t)), t = x - 1, with the argument in two doubles."""
    t = x - 1.0
    d = t + t
    p = t * t
    w = d + p
    b = w - d
    wl = (d - (w - b)) + (p - b) + square_error(t, p)
    r = npc.sqrt(w)
    s = r * r
    e = ((w - s) - square_error(r, s) + wl) / (2.0 * r)
    f = r + t
    result = log1p_sum(f, ((r - f) + t) + e)
    if not (x > 1.0 and x < TWO28):
        result = arccosh_rare(x)
    return result


def arctanh_rare(x: float64) -> float64:
    """arctanh outside -1 < x < 1."""
    if npc.abs(x) == 1.0:
        return npc.copysign(npc.from_bits(0x7ff0000000000000), x)
    return x if x != x else npc.from_bits(0x7ff8000000000000)


def arctanh(x: float64) -> float64:
    """log1p(2a/(1-a))/2 with the quotient in two doubles; fdlibm e_atanh.c refined."""
    a = npc.abs(x)
    n = a + a
    d = 1.0 - a
    dl = (1.0 - d) - a
    q = n / d
    qt = npc.from_bits(npc.bits(q) & TOP27)
    qr = q - qt
    dt = npc.from_bits(npc.bits(d) & TOP27)
    dr = d - dt
    e = (((((n - qt * dt) - qt * dr) - qr * dt) - qr * dr) - q * dl) / d
    y = 0.5 * log1p_sum(q, e)
    result = x if a < 7.4505805969238281e-09 else npc.copysign(y, x)
    if not (a < 1.0):
        result = arctanh_rare(x)
    return result
