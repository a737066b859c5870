import npc

# Constants and polynomial: fdlibm e_log.c, s_log1p.c and FreeBSD e_log2.c,
# e_log10.c (Sun Microsystems, 1993).
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


def log_poly(z: float64) -> float64:
    """(log((1+s)/(1-s)) - 2s)/s for z = s*s, |s| < 0.1716."""
    w = z * z
    t1 = w * (LG2 + w * (LG4 + w * LG6))
    t2 = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7)))
    return t2 + t1


def log_edge(x: float64) -> float64:
    """log outside the positive finite numbers."""
    if x == 0.0:
        return npc.from_bits(-4503599627370496)
    if x < 0.0:
        return npc.from_bits(0x7ff8000000000000)
    return x


def log(x: float64) -> float64:
    """Natural logarithm; fdlibm e_log.c without its short cuts."""
    if not (x > 0.0 and x <= MAX_FINITE):
        return log_edge(x)
    sub = x < MIN_NORMAL
    i = npc.bits(x * TWO54 if sub else x) + SHIFT
    k = (i >> 52) - (1077 if sub else 1023)
    f = npc.from_bits((i & FRACTION) + SQRT_HALF_BITS) - 1.0
    fk = npc.float64(k)
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    r = s * (hfsq + log_poly(s * s)) + fk * LN2_LO
    h = fk * LN2_HI + f
    l = (fk * LN2_HI - h) + f
    return h - (hfsq - (r + l))


def log_sum(a: float64, b: float64, n: int64) -> float64:
    """log(2**n * (a + b)) for normal finite a and |b| <= ulp(a)."""
    i = npc.bits(a) + SHIFT
    fk = npc.float64((i >> 52) - 1023 + n)
    f = npc.from_bits((i & FRACTION) + SQRT_HALF_BITS) - 1.0
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    r = s * (hfsq + log_poly(s * s)) + (fk * LN2_LO + b / a)
    h = fk * LN2_HI + f
    l = (fk * LN2_HI - h) + f
    return h - (hfsq - (r + l))


def log1p_sum(a: float64, b: float64) -> float64:
    """log(1 + a + b) for a > -1 finite and |b| <= ulp(a); fdlibm s_log1p.c."""
    u = 1.0 + a
    i = npc.bits(u) + SHIFT
    k = (i >> 52) - 1023
    fk = npc.float64(k)
    near = k == 0
    e = 1.0 - (u - a) if a > 1.0 else a - (u - 1.0)
    c = b / u if near else (e + b) / u
    f = a if near else npc.from_bits((i & FRACTION) + SQRT_HALF_BITS) - 1.0
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    r = s * (hfsq + log_poly(s * s)) + (fk * LN2_LO + c)
    h = fk * LN2_HI + f
    l = (fk * LN2_HI - h) + f
    return h - (hfsq - (r + l))


def log1p(x: float64) -> float64:
    """log(1 + x); fdlibm s_log1p.c."""
    if not (x > -1.0 and x <= MAX_FINITE):
        return log_edge(x if x != x else 1.0 + x)
    y = log1p_sum(x, 0.0)
    return x if npc.abs(x) < 5.5511151231257827e-17 else y


def log2(x: float64) -> float64:
    """Base 2 logarithm; FreeBSD e_log2.c."""
    if not (x > 0.0 and x <= MAX_FINITE):
        return log_edge(x)
    sub = x < MIN_NORMAL
    i = npc.bits(x * TWO54 if sub else x) + SHIFT
    k = (i >> 52) - (1077 if sub else 1023)
    f = npc.from_bits((i & FRACTION) + SQRT_HALF_BITS) - 1.0
    fk = npc.float64(k)
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    hi = npc.from_bits(npc.bits(f - hfsq) & TOP27)
    lo = (f - hi) - hfsq + s * (hfsq + log_poly(s * s))
    vh = hi * LOG2E_HI
    vl = (lo + hi) * LOG2E_LO + lo * LOG2E_HI
    w = fk + vh
    return w + (vl + ((fk - w) + vh))


def log10(x: float64) -> float64:
    """Base 10 logarithm; FreeBSD e_log10.c."""
    if not (x > 0.0 and x <= MAX_FINITE):
        return log_edge(x)
    sub = x < MIN_NORMAL
    i = npc.bits(x * TWO54 if sub else x) + SHIFT
    k = (i >> 52) - (1077 if sub else 1023)
    f = npc.from_bits((i & FRACTION) + SQRT_HALF_BITS) - 1.0
    fk = npc.float64(k)
    s = f / (2.0 + f)
    hfsq = 0.5 * f * f
    hi = npc.from_bits(npc.bits(f - hfsq) & TOP27)
    lo = (f - hi) - hfsq + s * (hfsq + log_poly(s * s))
    vh = hi * LOG10E_HI
    y = fk * LOG10_2HI
    w = y + vh
    vl = fk * LOG10_2LO + (lo + hi) * LOG10E_LO + lo * LOG10E_HI
    return w + (vl + ((y - w) + vh))


def log_f32(x: float32) -> float32:
    """float32 form of log."""
    return npc.float32(log(npc.float64(x)))


def log1p_f32(x: float32) -> float32:
    """float32 form of log1p."""
    return npc.float32(log1p(npc.float64(x)))


def log2_f32(x: float32) -> float32:
    """float32 form of log2."""
    return npc.float32(log2(npc.float64(x)))


def log10_f32(x: float32) -> float32:
    """float32 form of log10."""
    return npc.float32(log10(npc.float64(x)))
