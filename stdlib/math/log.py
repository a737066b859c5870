import npc

# Algorithms, constants and polynomial: fdlibm e_log.c, s_log1p.c and FreeBSD e_log2.c, e_log10.c (Sun Microsystems, 1993).
LN2_HI = 6.9314718036912382e-01
LN2_LO = 1.9082149292705877e-10
LG1 = 6.6666666666667351e-01
LG2 = 3.9999999999409419e-01
LG3 = 2.8571428743662391e-01
LG4 = 2.2222198432149784e-01
LG5 = 1.8183572161618050e-01
LG6 = 1.5313837699209373e-01
LG7 = 1.4798198605116586e-01

LOG2E_HI = 1.4426950216293335
LOG2E_LO = 1.9259629911266175e-08
LOG10E_HI = 0.43429447710514069
LOG10E_LO = 4.7981111416159728e-09
LOG10_2HI = 0.30102999566361177
LOG10_2LO = 3.6942390771589308e-13

MIN_NORMAL = 2.2250738585072014e-308
MAX_FINITE = 1.7976931348623157e+308
TWO54 = 18014398509481984.0

# Adding SHIFT to the bits of x moves sqrt(1/2) to an exponent boundary.
SQRT_HALF_BITS = 0x3fe6a09e00000000
SHIFT = 0x00095f6200000000
FRACTION = 0x000fffffffffffff
TOP27 = -134217728
# 2**52; and with the bias of an exponent, also for a number times 2**54 and 2**-1.
TWO52_BITS = 0x4330000000000000
BIAS = 4503599627371519.0
BIAS_SMALL = 4503599627371573.0
BIAS_TWICE = 4503599627371518.0


def exponent(i: int64, bias: float64) -> float64:
    """The exponent in bits to which SHIFT is added, as a float: the integer is put below the bits of 2**52."""
    return npc.from_bits(npc.shr_u(i, 52) | TWO52_BITS) - bias


def fraction(i: int64) -> float64:
    """The rest f of such bits as 1 + f in sqrt(1/2) .. sqrt(2)."""
    return npc.from_bits((i & FRACTION) + SQRT_HALF_BITS) - 1.0


def log_poly(z: float64) -> float64:
    """(log((1+s)/(1-s)) - 2s)/s for z = s*s, |s| < 0.1716."""
    w = z * z
    return z * ((LG1 + z * LG2) + w * (LG3 + z * LG4) + (w * w) * ((LG5 + z * LG6) + w * LG7))


def log_sum(fk: float64, f: float64, c: float64) -> float64:
    """fk log(2) + log(1 + f) + c."""
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    r = s * (hfsq + log_poly(s * s)) + (fk * LN2_LO + c)
    n = fk * LN2_HI
    h = n + f
    l = (n - h) + f
    return h - (hfsq - (r + l))


def log_of(x: float64, bias: float64) -> float64:
    """Logarithm of a positive normal number; `bias` says by which power of two it is too large."""
    i = npc.bits(x) + SHIFT
    return log_sum(exponent(i, bias), fraction(i), 0.0)


def log_edge(x: float64) -> float64:
    """Any logarithm outside the positive numbers below infinity."""
    if x == 0.0:
        return npc.from_bits(-4503599627370496)
    if x < 0.0:
        return npc.from_bits(0x7ff8000000000000)
    return x


def log_rare(x: float64) -> float64:
    """log outside the positive normal numbers."""
    if x > 0.0 and x < MIN_NORMAL:
        return log_of(x * TWO54, BIAS_SMALL)
    return log_edge(x)


def log(x: float64) -> float64:
    """Natural logarithm; fdlibm e_log.c without its short cuts."""
    result = log_of(x, BIAS)
    if not (x >= MIN_NORMAL and x <= MAX_FINITE):
        result = log_rare(x)
    return result


def log1p_sum(a: float64, b: float64) -> float64:
    """log(1 + a + b) for a > -1 finite and |b| <= ulp(a); fdlibm s_log1p.c."""
    u = 1.0 + a
    i = npc.bits(u) + SHIFT
    fk = exponent(i, BIAS)
    near = fk == 0.0
    e = 1.0 - (u - a) if a > 1.0 else a - (u - 1.0)
    c = (b if near else e + b) / u
    return log_sum(fk, a if near else fraction(i), c)


def log1p(x: float64) -> float64:
    """log(1 + x); fdlibm s_log1p.c."""
    y = log1p_sum(x, 0.0)
    result = x if x == 0.0 else y
    if not (x > -1.0 and x <= MAX_FINITE):
        result = log_edge(x if x != x else 1.0 + x)
    return result


def log2_of(x: float64, bias: float64) -> float64:
    """As log_of, to base 2."""
    i = npc.bits(x) + SHIFT
    f = fraction(i)
    fk = exponent(i, bias)
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    hi = npc.from_bits(npc.bits(f - hfsq) & TOP27)
    lo = (f - hi) - hfsq + s * (hfsq + log_poly(s * s))
    vh = hi * LOG2E_HI
    vl = (lo + hi) * LOG2E_LO + lo * LOG2E_HI
    w = fk + vh
    return w + (vl + ((fk - w) + vh))


def log2_rare(x: float64) -> float64:
    """log2 outside the positive normal numbers."""
    if x > 0.0 and x < MIN_NORMAL:
        return log2_of(x * TWO54, BIAS_SMALL)
    return log_edge(x)


def log2(x: float64) -> float64:
    """Base 2 logarithm; FreeBSD e_log2.c."""
    result = log2_of(x, BIAS)
    if not (x >= MIN_NORMAL and x <= MAX_FINITE):
        result = log2_rare(x)
    return result


def log10_of(x: float64, bias: float64) -> float64:
    """As log_of, to base 10."""
    i = npc.bits(x) + SHIFT
    f = fraction(i)
    fk = exponent(i, bias)
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    hi = npc.from_bits(npc.bits(f - hfsq) & TOP27)
    lo = (f - hi) - hfsq + s * (hfsq + log_poly(s * s))
    vh = hi * LOG10E_HI
    y = fk * LOG10_2HI
    w = y + vh
    vl = fk * LOG10_2LO + (lo + hi) * LOG10E_LO + lo * LOG10E_HI
    return w + (vl + ((y - w) + vh))


def log10_rare(x: float64) -> float64:
    """log10 outside the positive normal numbers."""
    if x > 0.0 and x < MIN_NORMAL:
        return log10_of(x * TWO54, BIAS_SMALL)
    return log_edge(x)


def log10(x: float64) -> float64:
    """Base 10 logarithm; FreeBSD e_log10.c."""
    result = log10_of(x, BIAS)
    if not (x >= MIN_NORMAL and x <= MAX_FINITE):
        result = log10_rare(x)
    return result
