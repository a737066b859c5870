import npc

# Ranges, table and polynomial of arctan, form of arcsin and arccos: fdlibm s_atan.c, e_asin.c (Sun Microsystems, 1993).
# Polynomial of arcsin: tests/math/minimax.py.
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

AS0 = 1.6666666666666760e-01
AS1 = 7.4999999999708369e-02
AS2 = 4.4642857174608558e-02
AS3 = 3.0381942706821222e-02
AS4 = 2.2372215039875517e-02
AS5 = 1.7351610696995767e-02
AS6 = 1.3980840277947881e-02
AS7 = 1.1398721956508848e-02
AS8 = 1.0781466320815711e-02
AS9 = 3.7013120680335185e-03
AS10 = 2.1721012084151795e-02
AS11 = -2.1019809891687089e-02
AS12 = 3.2642517847251085e-02

MAX_FINITE = 1.7976931348623157e+308
TWO500 = 3.2733906078961419e+150
TWO_500 = 3.0549363634996047e-151
TWO_900 = 1.1830521861667747e-271
TOP27 = -134217728
TOP32 = -4294967296


def atan_tail(t: float64) -> float64:
    """t - arctan(t) for |t| <= 7/16."""
    z = t * t
    w = z * z
    w2 = w * w
    low = (AT0 + z * AT1) + w * (AT2 + z * AT3)
    mid = (AT4 + z * AT5) + w * (AT6 + z * AT7)
    high = (AT8 + z * AT9) + w * AT10
    return t * z * (low + w2 * (mid + w2 * high))


def arctan(x: float64) -> float64:
    """Arc tangent: arctan(c) + arctan((a - c)/(1 + a c)) with c = 0, 0.5, 1, 1.5 or infinity; fdlibm s_atan.c."""
    a = npc.abs(x)
    c = 0.5 if a >= 0.4375 else 0.0
    hi = ATAN05_HI if a >= 0.4375 else 0.0
    lo = ATAN05_LO if a >= 0.4375 else 0.0
    c = 1.0 if a >= 0.6875 else c
    hi = PIO4_HI if a >= 0.6875 else hi
    lo = PIO4_LO if a >= 0.6875 else lo
    c = 1.5 if a >= 1.1875 else c
    hi = ATAN15_HI if a >= 1.1875 else hi
    lo = ATAN15_LO if a >= 1.1875 else lo
    far = a >= 2.4375
    hi = PIO2_HI if far else hi
    lo = PIO2_LO if far else lo
    t = (-1.0 if far else a - c) / (a if far else 1.0 + a * c)
    return npc.copysign(hi - ((atan_tail(t) - lo) - t), x)


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


def arctan2_rare(y: float64, x: float64) -> float64:
    """arctan2 where an argument is zero, not finite, very large or very small."""
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
    scale = TWO_500 if b > 1.0 else 5.2601359015483735e+210
    return arctan2_finite(y * scale, x * scale)


def arctan2_finite(y: float64, x: float64) -> float64:
    """Angle of (x, y); reduction to [0, 7/16] as in s_atan.c, quotient and sums in two doubles."""
    ax = npc.abs(x)
    ay = npc.abs(y)
    steep = ay > ax
    a = ax if steep else ay
    b = ay if steep else ax
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
    left = x < 0.0
    base = PIO2_HI if steep else (PI_HI if left else 0.0)
    basl = PIO2_LO if steep else (PI_LO if left else 0.0)
    minus = steep != left
    tail = dt - atan_tail(t)
    hi = -hi if minus else hi
    lo = -lo if minus else lo
    t = -t if minus else t
    tail = -tail if minus else tail
    h = base + hi
    l = ((base - h) + hi) + (basl + lo)
    s = h + t
    l = ((h - s) + t) + (l + tail)
    return npc.copysign(s + l, y)


def arctan2(y: float64, x: float64) -> float64:
    """Angle of the point (x, y)."""
    ax = npc.abs(x)
    ay = npc.abs(y)
    result = arctan2_finite(y, x)
    if not (ax <= TWO500 and ay <= TWO500 and ax >= TWO_500 and ay >= TWO_500):
        result = arctan2_rare(y, x)
    return result


def asin_tail(z: float64) -> float64:
    """(arcsin(x) - x)/x for z = x*x <= 1/4."""
    w = z * z
    w2 = w * w
    low = (AS0 + z * AS1) + w * (AS2 + z * AS3)
    mid = (AS4 + z * AS5) + w * (AS6 + z * AS7)
    high = (AS8 + z * AS9) + w * (AS10 + z * AS11) + w2 * AS12
    return z * (low + w2 * (mid + w2 * high))


def arcsin(x: float64) -> float64:
    """Arc sine; above 1/2 by the half angle, with the root in two doubles. The root of a negative number is NaN, as wanted."""
    a = npc.abs(x)
    near = a < 0.5
    z = x * x if near else (1.0 - a) * 0.5
    p = asin_tail(z)
    s = npc.sqrt(z)
    f = npc.from_bits(npc.bits(s) & TOP32)
    c = (z - f * f) / (1.0 if a == 1.0 else s + f)
    far = PIO4_HI - ((2.0 * s * p - (PIO2_LO - 2.0 * c)) - (PIO4_HI - 2.0 * f))
    return npc.copysign(a + a * p if near else far, x)


def arccos(x: float64) -> float64:
    """Arc cosine; above 1/2 by the half angle, with the root in two doubles. The root of a negative number is NaN, as wanted."""
    a = npc.abs(x)
    near = a < 0.5
    z = x * x if near else (1.0 - a) * 0.5
    p = asin_tail(z)
    s = npc.sqrt(z)
    f = npc.from_bits(npc.bits(s) & TOP32)
    c = (z - f * f) / (1.0 if a == 1.0 else s + f)
    right = 2.0 * (f + (p * s + c))
    left = 2.0 * (PIO2_HI - (s + (p * s - PIO2_LO)))
    middle = PIO2_HI - (x - (PIO2_LO - x * p))
    return middle if near else (left if x < 0.0 else right)
