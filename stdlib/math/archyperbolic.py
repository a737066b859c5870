import npc
from .log import log_sum, log1p_sum

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
MAX_FINITE = 1.7976931348623157e+308
TOP27 = -134217728


def square_error(a: float64, p: float64) -> float64:
    """a*a - p for p the rounded square (Dekker 1971)."""
    t = npc.from_bits(npc.bits(a) & TOP27)
    r = a - t
    return ((t * t - p) + 2.0 * t * r) + r * r


def arcsinh(x: float64) -> float64:
    """log(a + sqrt(a*a + 1)) with the argument in two doubles; Cephes asinh.c near 0."""
    a = npc.abs(x)
    if a < 0.5:
        z = x * x
        p = SP4 + z * (SP3 + z * (SP2 + z * (SP1 + z * SP0)))
        q = SQ3 + z * (SQ2 + z * (SQ1 + z * (SQ0 + z)))
        y = x + x * (z * (p / q))
        return x if a < 7.4505805969238281e-09 else y
    if not (a < TWO28):
        if not (a <= MAX_FINITE):
            return x
        return npc.copysign(log_sum(a, 0.0, 1), x)
    p = a * a
    t = p + 1.0
    b = t - p
    tl = (p - (t - b)) + (1.0 - b) + square_error(a, p)
    r = npc.sqrt(t)
    s = r * r
    e = ((t - s) - square_error(r, s) + tl) / (2.0 * r)
    h = r + a
    return npc.copysign(log_sum(h, ((r - h) + a) + e, 0), x)


def arccosh(x: float64) -> float64:
    """log1p(t + sqrt(2t + t*t)), t = x - 1, with the argument in two doubles."""
    if not (x > 1.0 and x < TWO28):
        if x >= TWO28:
            return log_sum(x, 0.0, 1) if x <= MAX_FINITE else x
        if x == 1.0:
            return 0.0
        return x if x != x else npc.from_bits(0x7ff8000000000000)
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
    return log1p_sum(f, ((r - f) + t) + e)


def arctanh(x: float64) -> float64:
    """log1p(2a/(1-a))/2 with the quotient in two doubles; fdlibm e_atanh.c refined."""
    a = npc.abs(x)
    if not (a < 1.0):
        if a == 1.0:
            return npc.copysign(npc.from_bits(0x7ff0000000000000), x)
        return x if x != x else npc.from_bits(0x7ff8000000000000)
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
    return x if a < 7.4505805969238281e-09 else npc.copysign(y, x)


def arcsinh_f32(x: float32) -> float32:
    """float32 form of arcsinh."""
    return npc.float32(arcsinh(npc.float64(x)))


def arccosh_f32(x: float32) -> float32:
    """float32 form of arccosh."""
    return npc.float32(arccosh(npc.float64(x)))


def arctanh_f32(x: float32) -> float32:
    """float32 form of arctanh."""
    return npc.float32(arctanh(npc.float64(x)))
