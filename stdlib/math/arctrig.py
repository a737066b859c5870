import npc

# Polynomials and tables: fdlibm s_atan.c, e_asin.c (Sun Microsystems, 1993).
AT0 = 3.3333333333332932e-01
AT1 = -1.9999999999876483e-01
AT2 = 1.4285714272503466e-01
AT3 = -1.1111110405462356e-01
AT4 = 9.0908871334365066e-02
AT5 = -7.6918762050448300e-02
AT6 = 6.6610731373875312e-02
AT7 = -5.8335701337905735e-02
AT8 = 4.9768779946159324e-02
AT9 = -3.6531572744216916e-02
AT10 = 1.6285820115365782e-02

ATAN05_HI = 0.46364760900080609
ATAN05_LO = 2.2698777452961687e-17
PIO4_HI = 0.78539816339744828
PIO4_LO = 3.0616169978683830e-17
ATAN15_HI = 0.98279372324732905
ATAN15_LO = 1.3903311031230998e-17
PIO2_HI = 1.5707963267948966
PIO2_LO = 6.1232339957367660e-17
PI_HI = 3.1415926535897931
PI_LO = 1.2246467991473532e-16

PS0 = 1.6666666666666666e-01
PS1 = -3.2556581862240092e-01
PS2 = 2.0121253213486293e-01
PS3 = -4.0055534500679411e-02
PS4 = 7.9153499428981453e-04
PS5 = 3.4793310759602117e-05
QS1 = -2.4033949117344142e+00
QS2 = 2.0209457602335057e+00
QS3 = -6.8828397160545329e-01
QS4 = 7.7038150555901935e-02

MAX_FINITE = 1.7976931348623157e+308
TOP27 = -134217728
TOP32 = -4294967296


def atan_poly(t: float64) -> float64:
    """t - arctan(t) for |t| <= 7/16."""
    z = t * t
    w = z * z
    s1 = z * (AT0 + w * (AT2 + w * (AT4 + w * (AT6 + w * (AT8 + w * AT10)))))
    s2 = w * (AT1 + w * (AT3 + w * (AT5 + w * (AT7 + w * AT9))))
    return t * (s1 + s2)


def arctan(x: float64) -> float64:
    """Arc tangent; fdlibm s_atan.c with its five ranges as selects."""
    a = npc.abs(x)
    num = a
    den = 1.0
    hi = 0.0
    lo = 0.0
    if a >= 0.4375:
        if a < 1.1875:
            half = a < 0.6875
            num = 2.0 * a - 1.0 if half else a - 1.0
            den = 2.0 + a if half else a + 1.0
            hi = ATAN05_HI if half else PIO4_HI
            lo = ATAN05_LO if half else PIO4_LO
        else:
            far = a >= 2.4375
            num = -1.0 if far else a - 1.5
            den = a if far else 1.0 + 1.5 * a
            hi = PIO2_HI if far else ATAN15_HI
            lo = PIO2_LO if far else ATAN15_LO
    t = num / den
    y = hi - ((atan_poly(t) - lo) - t)
    return x if x != x or a < 7.4505805969238281e-09 else npc.copysign(y, x)


def arctan2_edge(y: float64, x: float64) -> float64:
    """arctan2 with a zero, infinite or NaN argument (C99 F.9.1.4)."""
    if x != x:
        return x
    if y != y:
        return y
    r = PIO2_HI
    if npc.abs(x) > MAX_FINITE:
        if npc.abs(y) > MAX_FINITE:
            r = 2.3561944901923448 if x < 0.0 else PIO4_HI
        else:
            r = PI_HI if x < 0.0 else 0.0
    elif y == 0.0:
        r = PI_HI if npc.bits(x) < 0 else 0.0
    return npc.copysign(r, y)


def arctan2(y: float64, x: float64) -> float64:
    """Angle of (x, y); reduction to [0, 7/16] as in s_atan.c, quotient and sums in two doubles."""
    ax = npc.abs(x)
    ay = npc.abs(y)
    if not (ax > 0.0 and ay > 0.0 and ax <= MAX_FINITE and ay <= MAX_FINITE):
        return arctan2_edge(y, x)
    steep = ay > ax
    a = ax if steep else ay
    b = ay if steep else ax
    gap = (npc.bits(b) >> 52) - (npc.bits(a) >> 52)
    if gap > 64:
        if steep:
            return npc.copysign(PIO2_HI, y)
        return npc.copysign(PI_HI, y) if x < 0.0 else y / x
    scale = 1.0
    scale = 3.0549363634996047e-151 if b > 3.2733906078961419e+150 else scale
    scale = 5.2601359015483735e+210 if b < 3.0549363634996047e-151 else scale
    a = a * scale
    b = b * scale
    # arctan(a/b) = h + arctan(num/den), |num/den| <= 7/16.
    near = a < 0.4375 * b
    half = a < 0.6875 * b
    num = a if near else (2.0 * a - b if half else a - b)
    den = b if near else (2.0 * b + a if half else b + a)
    hi = 0.0 if near else (ATAN05_HI if half else PIO4_HI)
    lo = 0.0 if near else (ATAN05_LO if half else PIO4_LO)
    # Quotient t + dt, the remainder by Dekker's product.
    t = num / den
    th = npc.from_bits(npc.bits(t) & TOP27)
    tl = t - th
    dh = npc.from_bits(npc.bits(den) & TOP27)
    dl = den - dh
    dt = ((((num - th * dh) - th * dl) - tl * dh) - tl * dl) / den
    # The angle is base + sign * (hi + lo + arctan(t + dt)).
    base = PIO2_HI if steep else (PI_HI if x < 0.0 else 0.0)
    basl = PIO2_LO if steep else (PI_LO if x < 0.0 else 0.0)
    minus = steep != (x < 0.0)
    tail = dt - atan_poly(t)
    hi = -hi if minus else hi
    lo = -lo if minus else lo
    t = -t if minus else t
    tail = -tail if minus else tail
    h = base + hi
    l = ((base - h) + hi) + (basl + lo)
    s = h + t
    l = ((h - s) + t) + (l + tail)
    return npc.copysign(s + l, y)


def asin_poly(z: float64) -> float64:
    """(arcsin(x) - x)/x for z = x*x <= 1/4."""
    p = z * (PS0 + z * (PS1 + z * (PS2 + z * (PS3 + z * (PS4 + z * PS5)))))
    q = 1.0 + z * (QS1 + z * (QS2 + z * (QS3 + z * QS4)))
    return p / q


def arcsin(x: float64) -> float64:
    """Arc sine; fdlibm e_asin.c."""
    a = npc.abs(x)
    if not (a <= 1.0):
        return x if x != x else npc.from_bits(0x7ff8000000000000)
    if a < 0.5:
        y = x + x * asin_poly(x * x)
        return x if a < 7.4505805969238281e-09 else y
    z = (1.0 - a) * 0.5
    s = npc.sqrt(z)
    f = npc.from_bits(npc.bits(s) & TOP32)
    c = (z - f * f) / (s + f) if z > 0.0 else 0.0
    p = 2.0 * s * asin_poly(z) - (PIO2_LO - 2.0 * c)
    q = PIO4_HI - 2.0 * f
    return npc.copysign(PIO4_HI - (p - q), x)


def arccos(x: float64) -> float64:
    """Arc cosine; fdlibm e_acos.c."""
    a = npc.abs(x)
    if not (a <= 1.0):
        return x if x != x else npc.from_bits(0x7ff8000000000000)
    if a < 0.5:
        return PIO2_HI - (x - (PIO2_LO - x * asin_poly(x * x)))
    z = (1.0 - a) * 0.5
    s = npc.sqrt(z)
    r = asin_poly(z)
    if x < 0.0:
        return 2.0 * (PIO2_HI - (s + (r * s - PIO2_LO)))
    f = npc.from_bits(npc.bits(s) & TOP32)
    c = (z - f * f) / (s + f) if z > 0.0 else 0.0
    return 2.0 * (f + (r * s + c))


def arctan_f32(x: float32) -> float32:
    """float32 form of arctan."""
    return npc.float32(arctan(npc.float64(x)))


def arctan2_f32(y: float32, x: float32) -> float32:
    """float32 form of arctan2."""
    return npc.float32(arctan2(npc.float64(y), npc.float64(x)))


def arcsin_f32(x: float32) -> float32:
    """float32 form of arcsin."""
    return npc.float32(arcsin(npc.float64(x)))


def arccos_f32(x: float32) -> float32:
    """float32 form of arccos."""
    return npc.float32(arccos(npc.float64(x)))
