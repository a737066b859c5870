import npc
from .exp import INV_LN2, LN2_HI, LN2_LO, ROUND_BIAS, ROUND_ONE, exp_tail, scale2

# Polynomials for sinh and cosh: fitted for this file (|r| <= 0.3475);
# tanh near 0: Cephes tanh.c (Moshier).
# As ROUND_BIAS, with 1022 instead of 2046.
ROUND_HALF = 6755399441056766.0

SH0 = 0.16666666666666666
SH1 = 0.0083333333333333332
SH2 = 0.00019841269841263163
SH3 = 2.7557319247579834e-06
SH4 = 2.5052070708827098e-08
SH5 = 1.6086770194332677e-10
CH0 = 0.041666666666666664
CH1 = 0.0013888888888886504
CH2 = 2.4801587317386299e-05
CH3 = 2.7557282594804068e-07
CH4 = 2.0911414421956654e-09

TP0 = -9.6439917942505224e-01
TP1 = -9.9287723100191859e+01
TP2 = -1.6146876844170845e+03
TQ0 = 1.1281167849163293e+02
TQ1 = 2.2354883906010045e+03
TQ2 = 4.8440630532512549e+03


def sinh_tail(r: float64) -> float64:
    """sinh(r) - r for |r| <= 0.3475."""
    z = r * r
    w = z * z
    return z * r * ((SH0 + z * SH1) + w * (SH2 + z * SH3) + (w * w) * (SH4 + z * SH5))


def cosh_tail(r: float64) -> float64:
    """cosh(r) - 1 for |r| <= 0.3475."""
    z = r * r
    w = z * z
    return z * ((0.5 + z * CH0) + w * (CH1 + z * CH2) + (w * w) * (CH3 + z * CH4))


def sinh(x: float64) -> float64:
    """sinh(k ln2 + r) from sinh(r), cosh(r) by the addition formula."""
    c = 711.0 if x > 711.0 else x
    c = -711.0 if c < -711.0 else c
    a = npc.abs(c)
    k = a * INV_LN2 + ROUND_BIAS
    fk = k - ROUND_BIAS
    hi = a - fk * LN2_HI
    lo = fk * LN2_LO
    r = hi - lo
    s = sinh_tail(r) - lo
    # 2**-k sinh(k ln2) = p and 2**-k cosh(k ln2) = q, with n = 2**(-2k-1).
    ku = 60.0 if fk > 60.0 else fk
    n = npc.from_bits(npc.bits(ROUND_HALF - (ku + ku)) << 52)
    p = 0.5 - n
    q = 0.5 + n
    # sinh(r) has the factor q = 0.5 + n, but is taken whole when k = 0.
    m = hi if fk == 0.0 else 0.5 * hi
    g = 0.0 if fk == 0.0 else n * hi
    h = p + m
    l = (p - h) + m + ((0.5 - p) - n)
    y = scale2(h + (l + (g + (q * s + p * cosh_tail(r)))), k)
    return npc.copysign(y, x)


def cosh(x: float64) -> float64:
    """cosh(k ln2 + r) from sinh(r), cosh(r) by the addition formula."""
    a = npc.abs(x)
    a = 711.0 if a > 711.0 else a
    k = a * INV_LN2 + ROUND_BIAS
    fk = k - ROUND_BIAS
    hi = a - fk * LN2_HI
    lo = fk * LN2_LO
    r = hi - lo
    s = sinh_tail(r) - lo
    ku = 60.0 if fk > 60.0 else fk
    n = npc.from_bits(npc.bits(ROUND_HALF - (ku + ku)) << 52)
    p = 0.5 - n
    q = 0.5 + n
    h = q + 0.5 * hi
    l = (q - h) + 0.5 * hi + ((0.5 - q) + n)
    return scale2(h + (l + (p * s + q * cosh_tail(r) - n * hi)), k)


def tanh(x: float64) -> float64:
    """Cephes tanh.c near 0, else 1 - 2/(e**2x + 1) with the sum in two doubles."""
    a = npc.abs(x)
    z = x * x
    num = TP2 + z * (TP1 + z * TP0)
    den = TQ2 + z * (TQ1 + z * (TQ0 + z))
    near = a + a * (z * (num / den))
    c = 44.0 if a > 22.0 else 2.0 * a
    k = c * INV_LN2 + ROUND_ONE
    fk = k - ROUND_ONE
    hi = c - fk * LN2_HI
    lo = fk * LN2_LO
    q = exp_tail(hi - lo) - lo
    w = 1.0 + hi
    q = ((1.0 - w) + hi) + q
    t = w + q
    el = (w - t) + q
    p = npc.from_bits(npc.bits(k) << 52)
    eh = p * t
    d = eh + 1.0
    dl = ((eh - d) + 1.0) + p * el
    # 2/(d + dl) to first order in dl.
    g = 2.0 / d
    y = 1.0 - g
    y = y + (((1.0 - y) - g) + 0.5 * g * g * dl)
    return npc.copysign(near if a < 0.625 else y, x)
