import npc
from .rem_pio2 import rem_pio2_huge

# pi/2 in three parts (Cody and Waite); the first two have 37 bits, so their products with 16 bits are exact. A sum with ROUND is
# rounded to an integer, which then stands in the lowest bits. Coefficients of sine and cosine:
# tests/math/minimax.py; of tangent: fdlibm k_tan.c (Sun Microsystems, 1993).
INV_PIO2 = 0.63661977236758138
PIO2_1 = 1.5707963267923333
PIO2_2 = 2.5633441515839558e-12
PIO2_3 = 1.0562999066987428e-23
ROUND = 6755399441055744.0
LARGE = 102943.0
SIGN = -0x8000000000000000
TOP32 = -4294967296

S1 = 1.6666666666666632e-01
S2 = -8.3333333333224912e-03
S3 = 1.9841269829859676e-04
S4 = -2.7557313707727272e-06
S5 = 2.5050760360313016e-08
S6 = -1.5896916250699605e-10

C1 = 4.1666666666666602e-02
C2 = -1.3888888888874483e-03
C3 = 2.4801587289679723e-05
C4 = -2.7557314403827323e-07
C5 = 2.0875729693699351e-09
C6 = -1.1359956500239106e-11

T0 = 3.3333333333333409e-01
T1 = 1.3333333333320124e-01
T2 = 5.3968253976226052e-02
T3 = 2.1869488294859542e-02
T4 = 8.8632398235993001e-03
T5 = 3.5920791075913124e-03
T6 = 1.4562094543252903e-03
T7 = 5.8804124082026410e-04
T8 = 2.4646313481846991e-04
T9 = 7.8179444293955710e-05
T10 = 7.1407249138260819e-05
T11 = -1.8558637485527546e-05
T12 = 2.5907305186363371e-05
PIO4_HI = 0.78539816339744828
PIO4_LO = 3.0616169978683830e-17


def quadrant(h: float64, l: float64, n: int64) -> float64:
    """sin(n pi/2 + h - l) for |h| <= pi/4 and a small tail l: sin(h - l) or cos(h - l), and the sign."""
    z = h * h
    w = z * z
    w2 = w * w
    half = 0.5 * z
    v = 1.0 - half
    p = (S1 + z * S2) + w * (S3 + z * S4) + w2 * (S5 + z * S6)
    s = h - (h * z * p + l * v)
    q = (C1 + z * C2) + w * (C3 + z * C4) + w2 * (C5 + z * C6)
    c = v + (((1.0 - v) - half) + (w * q + h * l))
    y = s if (n & 1) == 0 else c
    return npc.from_bits(npc.bits(y) ^ ((n << 62) & SIGN))


def quadrant_large(x: float64, n: int64) -> float64:
    """sin(x + n pi/2) for LARGE < |x|, infinite or NaN."""
    if not (npc.abs(x) <= 1.7976931348623157e+308):
        return x if x != x else npc.from_bits(0x7ff8000000000000)
    q = npc.int64(rem_pio2_huge(x, 0)) + n
    return quadrant(rem_pio2_huge(x, 1), -rem_pio2_huge(x, 2), q)


def sin(x: float64) -> float64:
    """Sine; the rest modulo pi/2 in two doubles, then the polynomial of the quadrant."""
    k = x * INV_PIO2 + ROUND
    fk = k - ROUND
    a = x - fk * PIO2_1
    w = fk * PIO2_2
    h = a - w
    result = quadrant(h, fk * PIO2_3 - ((a - h) - w), npc.bits(k))
    if not (npc.abs(x) <= LARGE):
        result = quadrant_large(x, 0)
    return result


def cos(x: float64) -> float64:
    """Cosine; the rest modulo pi/2 in two doubles, then the polynomial of the quadrant."""
    k = x * INV_PIO2 + ROUND
    fk = k - ROUND
    a = x - fk * PIO2_1
    w = fk * PIO2_2
    h = a - w
    result = quadrant(h, fk * PIO2_3 - ((a - h) - w), npc.bits(k) + 1)
    if not (npc.abs(x) <= LARGE):
        result = quadrant_large(x, 1)
    return result


def tan_quadrant(h: float64, l: float64, n: int64) -> float64:
    """tan(n pi/2 + h - l) for |h| <= pi/4 and a small tail l; fdlibm k_tan.c with its cases as selects."""
    y0 = h - l
    y1 = (h - y0) - l
    a = npc.abs(y0)
    # Above 0.67 by tan(pi/4 - x).
    big = a >= 0.67434
    x = (PIO4_HI - a) + (PIO4_LO - (-y1 if y0 < 0.0 else y1)) if big else y0
    y = 0.0 if big else y1
    z = x * x
    w = z * z
    w2 = w * w
    low = (T1 + z * T2) + w * (T3 + z * T4) + w2 * (T5 + z * T6)
    high = (T7 + z * T8) + w * (T9 + z * T10) + w2 * (T11 + z * T12)
    s = z * x
    t = y + z * (s * (low + w2 * w * high) + y) + s * T0
    u = x + t
    odd = (n & 1) != 0
    one = -1.0 if odd else 1.0
    q = (u * u if big else -1.0) / (u + one if big else u)
    g = one - 2.0 * (x + (t - q))
    # -1/(x + t) with the rounding error of u and of the quotient fed back.
    u0 = npc.from_bits(npc.bits(u) & TOP32)
    q0 = npc.from_bits(npc.bits(q) & TOP32)
    inverse = q0 + q * (1.0 + q0 * u0 + q0 * (t - (u0 - x)))
    small = inverse if odd else u
    return npc.copysign(g, -y0 if odd else y0) if big else small


def tan_large(x: float64) -> float64:
    """tan for LARGE < |x|, infinite or NaN."""
    if not (npc.abs(x) <= 1.7976931348623157e+308):
        return x if x != x else npc.from_bits(0x7ff8000000000000)
    return tan_quadrant(rem_pio2_huge(x, 1), -rem_pio2_huge(x, 2), npc.int64(rem_pio2_huge(x, 0)))


def tan(x: float64) -> float64:
    """Tangent; the rest modulo pi/2 in two doubles, then fdlibm k_tan.c."""
    k = x * INV_PIO2 + ROUND
    fk = k - ROUND
    a = x - fk * PIO2_1
    w = fk * PIO2_2
    h = a - w
    y = tan_quadrant(h, fk * PIO2_3 - ((a - h) - w), npc.bits(k))
    result = x if x == 0.0 else y
    if not (npc.abs(x) <= LARGE):
        result = tan_large(x)
    return result
