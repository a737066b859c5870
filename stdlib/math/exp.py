import npc

# Argument reduction constants: fdlibm e_exp.c (Sun Microsystems, 1993).
# Polynomial: fitted for this file (Chebyshev nodes on |r| <= 0.3475).
INV_LN2 = 1.4426950408889634
LN2_HI = 6.9314718036912382e-01
LN2_LO = 1.9082149292705877e-10
LN2_TOP = 0.69314716756343842
LN2_REST = 1.2996506893889889e-08

P0 = 0.5
P1 = 0.16666666666666671
P2 = 0.041666666666666671
P3 = 0.0083333333333259849
P4 = 0.0013888888888883642
P5 = 0.00019841269875342141
P6 = 2.4801587325920163e-05
P7 = 2.7557254740405416e-06
P8 = 2.7557273171941026e-07
P9 = 2.5105490906986696e-08
P10 = 2.091488256348507e-09


def exp_tail(r: float64) -> float64:
    """exp(r) - 1 - r for |r| <= 0.3475."""
    z = r * r
    even = P0 + z * (P2 + z * (P4 + z * (P6 + z * (P8 + z * P10))))
    odd = P1 + z * (P3 + z * (P5 + z * (P7 + z * P9)))
    return z * (even + r * odd)


def scale2(y: float64, k: int64) -> float64:
    """y * 2**k for |k| <= 2044, rounded once when y is normal."""
    k1 = k >> 1
    k2 = k - k1
    return y * npc.from_bits((k1 + 1023) << 52) * npc.from_bits((k2 + 1023) << 52)


def exp(x: float64) -> float64:
    """e**x; reduction as in fdlibm e_exp.c, polynomial with a compensated sum."""
    c = 710.0 if x > 710.0 else x
    c = -746.0 if c < -746.0 else c
    fk = npc.rint(c * INV_LN2)
    hi = c - fk * LN2_HI
    lo = fk * LN2_LO
    q = exp_tail(hi - lo) - lo
    h = 1.0 + hi
    l = (1.0 - h) + hi
    y = scale2(h + (l + q), npc.int64(fk))
    return x if x != x else y


def exp2(x: float64) -> float64:
    """2**x; exact reduction, then the polynomial of exp."""
    c = 1025.0 if x > 1025.0 else x
    c = -1076.0 if c < -1076.0 else c
    fk = npc.rint(c)
    f = c - fk
    ft = npc.from_bits(npc.bits(f) & -134217728)
    hi = ft * LN2_TOP
    lo = (f - ft) * LN2_TOP + f * LN2_REST
    q = exp_tail(hi + lo) + lo
    h = 1.0 + hi
    l = (1.0 - h) + hi
    y = scale2(h + (l + q), npc.int64(fk))
    return x if x != x else y


def expm1(x: float64) -> float64:
    """e**x - 1; idea of fdlibm s_expm1.c, summed in two doubles."""
    c = 710.0 if x > 710.0 else x
    c = -40.0 if c < -40.0 else c
    fk = npc.rint(c * INV_LN2)
    k = npc.int64(fk)
    hi = c - fk * LN2_HI
    lo = fk * LN2_LO
    r = hi - lo
    # exp(r) - 1 - r = zh + zl + q, zh + zl = r*r/2 without rounding error.
    z = r * r
    q = P1 + z * (P3 + z * (P5 + z * (P7 + z * P9)))
    q = z * (r * q + z * (P2 + z * (P4 + z * (P6 + z * (P8 + z * P10)))))
    rt = npc.from_bits(npc.bits(r) & -134217728)
    zh = 0.5 * rt * rt
    zl = 0.5 * (r - rt) * (r + rt)
    ku = 64 if k > 64 else k
    u = npc.from_bits((1023 - ku) << 52)
    a = 1.0 - u
    h = a + hi
    l = (a - h) + hi + ((1.0 - a) - u)
    y = scale2(h + ((l + zh) + (zl + (q - lo))), k)
    return x if x != x or npc.abs(x) < 5.5511151231257827e-17 else y


def exp_f32(x: float32) -> float32:
    """float32 form of exp."""
    return npc.float32(exp(npc.float64(x)))


def exp2_f32(x: float32) -> float32:
    """float32 form of exp2."""
    return npc.float32(exp2(npc.float64(x)))


def expm1_f32(x: float32) -> float32:
    """float32 form of expm1."""
    return npc.float32(expm1(npc.float64(x)))
