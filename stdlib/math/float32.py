"""The float32 forms: computed in float64, of which only half of the digits are needed, and rounded once; exp in float32."""
import npc
from .archyperbolic import arctanh_rare
from .arctrig import PI_HI, PIO2_HI, arctan2_edge
from .exp import INV_LN2, ROUND_ONE
from .log import BIAS, SHIFT, exponent, fraction, log_edge
from .pow import pow_edge
from .trig import INV_PIO2, ROUND, SIGN, quadrant_large, tan_large

MAX_FINITE = 3.4028234663852886e+38
LN2 = 0.69314718055994529
LOG2E = 1.4426950408889634
LOG10E = 0.43429448190325182
LOG10_2 = 0.30102999566398120

# pi/2 in two parts; the first has 33 bits, so its product with 20 bits is exact.
PIO2_1 = 1.5707963267341256
PIO2_2 = 6.0771005065061922e-11
LARGE = 1647099.0

# Coefficients: tests/math/minimax.py. e**r; e**r in float32; sin; cos; log; arctan; arcsin.
E2 = 5.0000000457297211e-01
E3 = 1.6666666434434221e-01
E4 = 4.1666356985794253e-02
E5 = 8.3333751456981589e-03
E6 = 1.3940851482568324e-03
E7 = 1.9853417852044397e-04

F3 = 1.6666531562805176e-01
F4 = 4.1667148470878601e-02
F5 = 8.3677070215344429e-03
F6 = 1.3871842529624701e-03

S1 = -1.6666654590684502e-01
S2 = 8.3321597742138844e-03
S3 = -1.9515167888986949e-04

C1 = -4.9999999724400046e-01
C2 = 4.1666623257973989e-02
C3 = -1.3886761985408488e-03
C4 = 2.4390300375778682e-05

L1 = 6.6666666675861341e-01
L2 = 3.9999995600787158e-01
L3 = 2.8572111457434096e-01
L4 = 2.2176089217559503e-01
L5 = 1.9585637510713316e-01

A1 = -3.3333332124559489e-01
A2 = 1.9999926747662675e-01
A3 = -1.4284158640212030e-01
A4 = 1.1094430978725242e-01
A5 = -8.9850873006354706e-02
A6 = 7.2583876637823772e-02
A7 = -5.4495949028308233e-02
A8 = 3.4451472818153861e-02
A9 = -1.6281032596264993e-02
A10 = 4.9185177028657360e-03
A11 = -6.9651879532302372e-04

B1 = 1.6666659972776909e-01
B2 = 7.5005052247563486e-02
B3 = 4.4516752929444861e-02
B4 = 3.1809474401636430e-02
B5 = 1.4431639279049899e-02
B6 = 3.7526727066734843e-02

# For float32: log(2) in two parts, the first with 16 bits; an integer plus 254, twice the bias of an exponent.
LN2_HI_F32 = 0.693145751953125
LN2_LO_F32 = 1.4286068203094172e-06
ROUND_BIAS_F32 = 12583166.0
EXPONENT_F32 = 0x7f800000


def exp_f32(x: float32) -> float32:
    """e**x in float32, as exp does it in float64."""
    c = 89.0 if x > 89.0 else x
    c = -104.0 if c < -104.0 else c
    k = c * INV_LN2 + ROUND_BIAS_F32
    fk = k - ROUND_BIAS_F32
    hi = c - fk * LN2_HI_F32
    lo = fk * LN2_LO_F32
    r = hi - lo
    z = r * r
    tail = z * ((0.5 + r * F3) + z * ((F4 + r * F5) + z * F6))
    n = npc.bits(k)
    a = (n << 22) & EXPONENT_F32
    b = (n << 23) - a
    return (1.0 + (hi + (tail - lo))) * npc.from_bits(a) * npc.from_bits(b)


def expm1_of(c: float64) -> float64:
    """e**c - 1 for |c| <= 700."""
    k = c * INV_LN2 + ROUND_ONE
    r = c - (k - ROUND_ONE) * LN2
    z = r * r
    p = r + z * ((E2 + r * E3) + z * ((E4 + r * E5) + z * (E6 + r * E7)))
    s = npc.from_bits(npc.bits(k) << 52)
    return (s - 1.0) + s * p


def exp2_of(c: float64) -> float64:
    """2**c for |c| <= 1000."""
    k = c + ROUND_ONE
    r = (c - (k - ROUND_ONE)) * LN2
    z = r * r
    p = r + z * ((E2 + r * E3) + z * ((E4 + r * E5) + z * (E6 + r * E7)))
    s = npc.from_bits(npc.bits(k) << 52)
    return s + s * p


def exp2_f32(x: float32) -> float32:
    """2**x."""
    c = npc.float64(x)
    c = 200.0 if c > 200.0 else c
    c = -200.0 if c < -200.0 else c
    return npc.float32(exp2_of(c))


def expm1_f32(x: float32) -> float32:
    """e**x - 1."""
    c = npc.float64(x)
    c = 90.0 if c > 90.0 else c
    c = -90.0 if c < -90.0 else c
    return npc.float32(npc.copysign(expm1_of(c), c))


def sinh_f32(x: float32) -> float32:
    """(e**x - e**-x)/2."""
    a = npc.abs(npc.float64(x))
    e = expm1_of(90.0 if a > 90.0 else a)
    return npc.float32(npc.copysign(0.5 * (e + e / (e + 1.0)), npc.float64(x)))


def cosh_f32(x: float32) -> float32:
    """(e**x + e**-x)/2."""
    a = npc.abs(npc.float64(x))
    e = expm1_of(90.0 if a > 90.0 else a) + 1.0
    return npc.float32(0.5 * (e + 1.0 / e))


def tanh_f32(x: float32) -> float32:
    """(e**2x - 1)/(e**2x + 1)."""
    a = npc.abs(npc.float64(x))
    e = expm1_of(40.0 if a > 20.0 else a + a)
    return npc.float32(npc.copysign(e / (e + 2.0), npc.float64(x)))


def log_fraction(f: float64) -> float64:
    """log(1 + f) for 1 + f in sqrt(1/2) .. sqrt(2)."""
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    return 2.0 * s + s * z * ((L1 + z * L2) + w * ((L3 + z * L4) + w * L5))


def log1p_of(x: float64) -> float64:
    """log(1 + x) for x > -1 finite."""
    i = npc.bits(1.0 + x) + SHIFT
    k = exponent(i, BIAS)
    return k * LN2 + log_fraction(x if k == 0.0 else fraction(i))


def log_f32(x: float32) -> float32:
    """Natural logarithm."""
    i = npc.bits(npc.float64(x)) + SHIFT
    result = npc.float32(exponent(i, BIAS) * LN2 + log_fraction(fraction(i)))
    if not (x > 0.0 and x <= MAX_FINITE):
        result = npc.float32(log_edge(npc.float64(x)))
    return result


def log2_f32(x: float32) -> float32:
    """Logarithm to base 2."""
    i = npc.bits(npc.float64(x)) + SHIFT
    result = npc.float32(exponent(i, BIAS) + log_fraction(fraction(i)) * LOG2E)
    if not (x > 0.0 and x <= MAX_FINITE):
        result = npc.float32(log_edge(npc.float64(x)))
    return result


def log10_f32(x: float32) -> float32:
    """Logarithm to base 10."""
    i = npc.bits(npc.float64(x)) + SHIFT
    result = npc.float32(exponent(i, BIAS) * LOG10_2 + log_fraction(fraction(i)) * LOG10E)
    if not (x > 0.0 and x <= MAX_FINITE):
        result = npc.float32(log_edge(npc.float64(x)))
    return result


def log1p_f32(x: float32) -> float32:
    """log(1 + x)."""
    result = npc.float32(npc.copysign(log1p_of(npc.float64(x)), npc.float64(x)))
    if not (x > -1.0 and x <= MAX_FINITE):
        result = npc.float32(log_edge(npc.float64(x) if x != x else 1.0 + npc.float64(x)))
    return result


def arcsinh_f32(x: float32) -> float32:
    """log1p(a + a*a/(1 + sqrt(a*a + 1)))."""
    a = npc.abs(npc.float64(x))
    z = a * a
    result = npc.float32(npc.copysign(log1p_of(a + z / (1.0 + npc.sqrt(z + 1.0))), npc.float64(x)))
    if not (npc.abs(x) <= MAX_FINITE):
        result = x
    return result


def arccosh_f32(x: float32) -> float32:
    """log1p(t + sqrt(2t + t*t)), t = x - 1."""
    t = npc.float64(x) - 1.0
    result = npc.float32(log1p_of(t + npc.sqrt(t * (t + 2.0))))
    if not (x >= 1.0 and x <= MAX_FINITE):
        result = npc.float32(npc.from_bits(0x7ff8000000000000)) if x < 1.0 else x
    return result


def arctanh_f32(x: float32) -> float32:
    """log1p(2a/(1-a))/2."""
    a = npc.abs(npc.float64(x))
    result = npc.float32(npc.copysign(0.5 * log1p_of((a + a) / (1.0 - a)), npc.float64(x)))
    if not (npc.abs(x) < 1.0):
        result = npc.float32(arctanh_rare(npc.float64(x)))
    return result


def pow_f32(x: float32, y: float32) -> float32:
    """2**(y log2(x))."""
    i = npc.bits(npc.float64(x)) + SHIFT
    c = npc.float64(y) * (exponent(i, BIAS) + log_fraction(fraction(i)) * LOG2E)
    c = 200.0 if c > 200.0 else c
    c = -200.0 if c < -200.0 else c
    result = npc.float32(exp2_of(c))
    if not (x > 0.0 and x <= MAX_FINITE and npc.abs(y) <= MAX_FINITE):
        result = npc.float32(pow_edge(npc.float64(x), npc.float64(y)))
    return result


def sin_near(r: float64) -> float64:
    """sin(r) for |r| <= pi/4."""
    z = r * r
    # -0.0 stays -0.0.
    return r * (1.0 + z * ((S1 + z * S2) + z * z * S3))


def cos_near(r: float64) -> float64:
    """cos(r) for |r| <= pi/4."""
    z = r * r
    return 1.0 + z * ((C1 + z * C2) + z * z * (C3 + z * C4))


def quadrant_near(r: float64, n: int64) -> float64:
    """sin(n pi/2 + r) for |r| <= pi/4."""
    y = sin_near(r) if (n & 1) == 0 else cos_near(r)
    return npc.from_bits(npc.bits(y) ^ ((n << 62) & SIGN))


def sin_f32(x: float32) -> float32:
    """Sine."""
    k = npc.float64(x) * INV_PIO2 + ROUND
    fk = k - ROUND
    result = npc.float32(quadrant_near((npc.float64(x) - fk * PIO2_1) - fk * PIO2_2, npc.bits(k)))
    if not (npc.abs(x) <= LARGE):
        result = npc.float32(quadrant_large(npc.float64(x), 0))
    return result


def cos_f32(x: float32) -> float32:
    """Cosine."""
    k = npc.float64(x) * INV_PIO2 + ROUND
    fk = k - ROUND
    result = npc.float32(quadrant_near((npc.float64(x) - fk * PIO2_1) - fk * PIO2_2, npc.bits(k) + 1))
    if not (npc.abs(x) <= LARGE):
        result = npc.float32(quadrant_large(npc.float64(x), 1))
    return result


def tan_f32(x: float32) -> float32:
    """Tangent: sine by cosine, or the other way round with a minus."""
    k = npc.float64(x) * INV_PIO2 + ROUND
    fk = k - ROUND
    r = (npc.float64(x) - fk * PIO2_1) - fk * PIO2_2
    s = sin_near(r)
    c = cos_near(r)
    even = (npc.bits(k) & 1) == 0
    result = npc.float32((s if even else -c) / (c if even else s))
    if not (npc.abs(x) <= LARGE):
        result = npc.float32(tan_large(npc.float64(x)))
    return result


def atan_near(t: float64) -> float64:
    """arctan(t) for |t| <= 1."""
    z = t * t
    w = z * z
    w2 = w * w
    low = (A1 + z * A2) + w * (A3 + z * A4)
    mid = (A5 + z * A6) + w * (A7 + z * A8)
    high = (A9 + z * A10) + w * A11
    return t + t * z * (low + w2 * (mid + w2 * high))


def arctan_f32(x: float32) -> float32:
    """Arc tangent, above 1 by the inverse."""
    a = npc.abs(npc.float64(x))
    far = a > 1.0
    t = atan_near((-1.0 if far else a) / (a if far else 1.0))
    return npc.float32(npc.copysign(t + (PIO2_HI if far else 0.0), npc.float64(x)))


def arctan2_f32(y: float32, x: float32) -> float32:
    """Angle of the point (x, y)."""
    ax = npc.abs(npc.float64(x))
    ay = npc.abs(npc.float64(y))
    steep = ay > ax
    a = ax if steep else ay
    b = ay if steep else ax
    t = atan_near(a / b)
    t = PIO2_HI - t if steep else t
    t = PI_HI - t if x < 0.0 else t
    result = npc.float32(npc.copysign(t, npc.float64(y)))
    if not (b > 0.0 and b <= MAX_FINITE):
        result = npc.float32(arctan2_edge(npc.float64(y), npc.float64(x)))
    return result


def asin_near(s: float64, z: float64) -> float64:
    """arcsin(s) for z = s*s <= 1/4."""
    w = z * z
    return s + s * z * ((B1 + z * B2) + w * ((B3 + z * B4) + w * (B5 + z * B6)))


def arcsin_f32(x: float32) -> float32:
    """Arc sine, above 1/2 by the half angle. The root of a negative number is NaN, as wanted."""
    a = npc.abs(npc.float64(x))
    near = a < 0.5
    z = a * a if near else (1.0 - a) * 0.5
    p = asin_near(a if near else npc.sqrt(z), z)
    return npc.float32(npc.copysign(p if near else PIO2_HI - 2.0 * p, npc.float64(x)))


def arccos_f32(x: float32) -> float32:
    """Arc cosine, above 1/2 by the half angle. The root of a negative number is NaN, as wanted."""
    a = npc.abs(npc.float64(x))
    near = a < 0.5
    z = a * a if near else (1.0 - a) * 0.5
    p = asin_near(a if near else npc.sqrt(z), z)
    p = npc.copysign(p, npc.float64(x))
    far = 2.0 * p
    return npc.float32(PIO2_HI - p if near else (PI_HI + far if x < 0.0 else far))
