import npc
from .exp import LN2_REST, LN2_TOP, ROUND_BIAS, TOP27, exp_tail, scale2
from .log import BIAS, FRACTION, MAX_FINITE, MIN_NORMAL, TWO54, exponent

# Logarithm in two doubles, coefficients and break points: fdlibm e_pow.c
# (Sun Microsystems, 1993), with 26-bit high parts.
L1 = 5.9999999999999465e-01
L2 = 4.2857142857855018e-01
L3 = 3.3333332981837743e-01
L4 = 2.7272812380853401e-01
L5 = 2.3066074577556175e-01
L6 = 2.0697501780033842e-01
CP = 0.96179669392597555
CP_HI = 0.96179668605327606
CP_LO = 7.8726995428948972e-09
LOG2_15_HI = 0.58496248722076416
LOG2_15_LO = 1.3500392021297490e-08
LN2 = 0.69314718055994529

TWO65 = 36893488147419103232.0
# Adding SHIFT to the bits of x moves sqrt(3)/2 to an exponent boundary.
SHIFT = 0x0004498517a7b356
START_BITS = 0x3febb67ae8584caa


def pow_positive(x: float64, y: float64, fn: float64) -> float64:
    """x**y for x > 0 with the exponent fn (only the fraction is read from x) and finite y."""
    # x = 2**fn m, m in sqrt(3)/2 .. sqrt(3); bp is 1 or 1.5, whichever is near to m.
    m = npc.from_bits(((npc.bits(x) + SHIFT) & FRACTION) + START_BITS)
    mid = m >= 1.2247448713915890
    bp = 1.5 if mid else 1.0
    dh = LOG2_15_HI if mid else 0.0
    dl = LOG2_15_LO if mid else 0.0
    # ss = s_h + s_l = (m - bp)/(m + bp)
    u = m - bp
    v = 1.0 / (m + bp)
    ss = u * v
    s_h = npc.from_bits(npc.bits(ss) & TOP27)
    t_h = npc.from_bits(npc.bits(m + bp) & TOP27)
    t_l = m - (t_h - bp)
    s_l = v * ((u - s_h * t_h) - s_h * t_l)
    # log(m/bp) = 2/3 ss (3 + ss**2 + r)
    s2 = ss * ss
    s4 = s2 * s2
    r = s4 * ((L1 + s2 * L2) + s4 * (L3 + s2 * L4) + (s4 * s4) * (L5 + s2 * L6))
    r = r + s_l * (s_h + ss)
    s2 = s_h * s_h
    t_h = npc.from_bits(npc.bits(3.0 + s2 + r) & TOP27)
    t_l = r - ((t_h - 3.0) - s2)
    u = s_h * t_h
    v = s_l * t_h + t_l * ss
    p_h = npc.from_bits(npc.bits(u + v) & TOP27)
    p_l = v - (p_h - u)
    z_h = CP_HI * p_h
    z_l = CP_LO * p_h + p_l * CP + dl
    # log2(x) = t1 + t2
    t1 = npc.from_bits(npc.bits(((z_h + z_l) + dh) + fn) & TOP27)
    t2 = z_l - (((t1 - fn) - dh) - z_h)
    # y log2(x) = a + b; |y| above 2**65 over- or underflows like 2**65.
    w = TWO65 if y > TWO65 else y
    w = -TWO65 if w < -TWO65 else w
    w1 = npc.from_bits(npc.bits(w) & TOP27)
    b = (w - w1) * t1 + w * t2
    a = w1 * t1
    z = a + b
    b = 0.0 if npc.abs(z) > 1100.0 else b - (z - a)
    z = 1025.0 if z > 1025.0 else z
    z = -1080.0 if z < -1080.0 else z
    k = z + ROUND_BIAS
    z = z - (k - ROUND_BIAS)
    # 2**(z + b)
    zt = npc.from_bits(npc.bits(z) & TOP27)
    hi = zt * LN2_TOP
    lo = (z - zt) * LN2_TOP + (z * LN2_REST + b * LN2)
    q = exp_tail(hi + lo) + lo
    h = 1.0 + hi
    l = (1.0 - h) + hi
    return scale2(h + (l + q), k)


def pow_edge(x: float64, y: float64) -> float64:
    """x**y outside normal x > 0, finite y (C99 F.9.4.4)."""
    if y == 0.0 or x == 1.0:
        return 1.0
    if x != x:
        return x
    if y != y:
        return y
    a = npc.abs(x)
    if npc.abs(y) > MAX_FINITE:
        if a == 1.0:
            return 1.0
        return npc.abs(y) if (a > 1.0) == (y > 0.0) else 0.0
    half = 0.5 * y
    whole = npc.floor(y) == y
    odd = whole and npc.floor(half) != half
    if x == 0.0 or a > MAX_FINITE:
        r = npc.from_bits(0x7ff0000000000000) if (a > 1.0) == (y > 0.0) else 0.0
        return npc.copysign(r, x) if odd else r
    if x < 0.0 and not whole:
        return npc.from_bits(0x7ff8000000000000)
    small = a < MIN_NORMAL
    a = a * TWO54 if small else a
    r = pow_positive(a, y, exponent(npc.bits(a) + SHIFT, BIAS) - (54.0 if small else 0.0))
    return -r if x < 0.0 and odd else r


def pow(x: float64, y: float64) -> float64:
    """x**y; fdlibm e_pow.c with a longer logarithm."""
    result = pow_positive(x, y, exponent(npc.bits(x) + SHIFT, BIAS))
    if not (x >= MIN_NORMAL and x <= MAX_FINITE and npc.abs(y) <= MAX_FINITE):
        result = pow_edge(x, y)
    return result
