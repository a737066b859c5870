import npc

# Reduction by multiples of log 2 in two parts (Cody and Waite); LN2_HI has 42 bits. A sum with ROUND_… is rounded to an integer,
# which then stands in the lowest bits. Coefficients: tests/math/minimax.py.
INV_LN2 = 1.4426950408889634
LN2_HI = 6.9314718055989033e-01
LN2_LO = 5.4979230187083712e-14
# Here the integer plus 2046, twice the bias of an exponent.
ROUND_BIAS = 6755399441057790.0
EXPONENT = 0x7ff0000000000000

LN2_TOP = 0.69314716756343842
LN2_REST = 1.2996506893889889e-08
# The integer plus the bias of an exponent.
ROUND_ONE = 6755399441056767.0
TOP27 = -0x8000000

P3 = 1.6666666666666433e-01
P4 = 4.1666666666603860e-02
P5 = 8.3333333335009335e-03
P6 = 1.3888888926828500e-03
P7 = 1.9841269463757551e-04
P8 = 2.4801508649139405e-05
P9 = 2.7557643378153574e-06
P10 = 2.7625197783360703e-07
P11 = 2.4977510714198292e-08


def exp_tail(r: float64) -> float64:
    """exp(r) - 1 - r for |r| <= 0.3466."""
    z = r * r
    w = z * z
    low = (0.5 + r * P3) + z * (P4 + r * P5)
    high = (P6 + r * P7) + z * (P8 + r * P9) + w * (P10 + r * P11)
    return z * (low + w * high)


def scale2(y: float64, k: float64) -> float64:
    """y * 2**n, rounded once where it is normal, for k = n + ROUND_BIAS and |n| <= 2044; two factors keep n in range."""
    n = npc.bits(k)
    a = (n << 51) & EXPONENT
    b = (n << 52) - a
    return y * npc.from_bits(a) * npc.from_bits(b)


def exp(x: float64) -> float64:
    """e**x = 2**k e**r with |r| <= log(2)/2 and a polynomial."""
    c = 710.0 if x > 710.0 else x
    c = -746.0 if c < -746.0 else c
    k = c * INV_LN2 + ROUND_BIAS
    fk = k - ROUND_BIAS
    hi = c - fk * LN2_HI
    lo = fk * LN2_LO
    return scale2(1.0 + (hi + (exp_tail(hi - lo) - lo)), k)


def exp2(x: float64) -> float64:
    """2**x; exact reduction, then the polynomial of exp."""
    c = 1025.0 if x > 1025.0 else x
    c = -1076.0 if c < -1076.0 else c
    k = c + ROUND_BIAS
    f = c - (k - ROUND_BIAS)
    ft = npc.from_bits(npc.bits(f) & TOP27)
    hi = ft * LN2_TOP
    lo = (f - ft) * LN2_TOP + f * LN2_REST
    return scale2(1.0 + (hi + (exp_tail(hi + lo) + lo)), k)


def expm1(x: float64) -> float64:
    """e**x - 1 = 2**k ((1 - 2**-k) + r + r*r/2 + ...), summed in two doubles; idea of fdlibm s_expm1.c."""
    c = 710.0 if x > 710.0 else x
    c = -40.0 if c < -40.0 else c
    k = c * INV_LN2 + ROUND_BIAS
    fk = k - ROUND_BIAS
    hi = c - fk * LN2_HI
    lo = fk * LN2_LO
    r = hi - lo
    z = r * r
    w = z * z
    q = (P3 + r * P4) + z * (P5 + r * P6) + w * ((P7 + r * P8) + z * (P9 + r * P10) + w * P11)
    # (hi - lo)**2/2 = zh + zl without rounding error.
    rt = npc.from_bits(npc.bits(r) & TOP27)
    zh = 0.5 * rt * rt
    zl = 0.5 * ((hi - rt) - lo) * (r + rt)
    u = npc.from_bits(npc.bits(ROUND_ONE - (64.0 if fk > 64.0 else fk)) << 52)
    a = 1.0 - u
    h = a + hi
    l = (a - h) + hi + ((1.0 - a) - u)
    y = scale2(h + ((l + zh) + (zl + (z * r * q - lo))), k)
    return x if x == 0.0 else y
