import npc
from .rem_pio2 import rem_pio2_huge

# Cody-Waite constants and polynomials: fdlibm e_rem_pio2.c, k_sin.c, k_cos.c,
# k_tan.c (Sun Microsystems, 1993).  PIO2_1..PIO2_3 have 33 bits each.
INV_PIO2 = 0.63661977236758138
PIO2_1 = 1.5707963267341256
PIO2_2 = 6.0771005063039660e-11
PIO2_3 = 2.0222662487111665e-21
PIO2_3T = 8.4784276603688996e-32
HUGE = 1647099.0

S1 = -1.6666666666666632e-01
S2 = 8.3333333333224895e-03
S3 = -1.9841269829857949e-04
S4 = 2.7557313707070068e-06
S5 = -2.5050760253406863e-08
S6 = 1.5896909952115501e-10

C1 = 4.1666666666666602e-02
C2 = -1.3888888888874110e-03
C3 = 2.4801587289476729e-05
C4 = -2.7557314351390663e-07
C5 = 2.0875723212981748e-09
C6 = -1.1359647557788195e-11

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


def sin_poly(y0: float64, y1: float64) -> float64:
    """sin(y0 + y1) for |y0| <= pi/4 and a small tail y1; fdlibm k_sin.c."""
    z = y0 * y0
    w = z * z
    r = S2 + z * (S3 + z * S4) + z * w * (S5 + z * S6)
    v = z * y0
    return y0 - ((z * (0.5 * y1 - v * r) - y1) - v * S1)


def cos_poly(y0: float64, y1: float64) -> float64:
    """cos(y0 + y1) for |y0| <= pi/4 and a small tail y1; fdlibm k_cos.c."""
    z = y0 * y0
    w = z * z
    r = z * (C1 + z * (C2 + z * C3)) + w * w * (C4 + z * (C5 + z * C6))
    hz = 0.5 * z
    v = 1.0 - hz
    return v + (((1.0 - v) - hz) + (z * r - y0 * y1))


def tan_poly(y0: float64, y1: float64, odd: bool) -> float64:
    """tan(y0 + y1), or -1/tan when odd, for |y0| <= pi/4; fdlibm k_tan.c."""
    big = npc.abs(y0) >= 0.67434
    a = npc.abs(y0)
    b = -y1 if y0 < 0.0 else y1
    x = (PIO4_HI - a) + (PIO4_LO - b) if big else y0
    y = 0.0 if big else y1
    z = x * x
    w = z * z
    r = T1 + w * (T3 + w * (T5 + w * (T7 + w * (T9 + w * T11))))
    v = z * (T2 + w * (T4 + w * (T6 + w * (T8 + w * (T10 + w * T12)))))
    s = z * x
    t = y + z * (s * (r + v) + y) + s * T0
    u = x + t
    if big:
        one = -1.0 if odd else 1.0
        g = one - 2.0 * (x + (t - u * u / (u + one)))
        return -g if y0 < 0.0 else g
    if odd:
        # -1/(x + t) with the rounding error of u and of the quotient fed back.
        u0 = npc.from_bits(npc.bits(u) & -4294967296)
        e = t - (u0 - x)
        q = -1.0 / u
        q0 = npc.from_bits(npc.bits(q) & -4294967296)
        return q0 + q * (1.0 + q0 * u0 + q0 * e)
    return u


def sin(x: float64) -> float64:
    """Sine; three-step Cody-Waite reduction, Payne-Hanek above HUGE."""
    fn = npc.rint(x * INV_PIO2)
    a = x - fn * PIO2_1
    w = fn * PIO2_2
    b = a - w
    e = (a - b) - w
    w = fn * PIO2_3
    c = b - w
    t = (e + ((b - c) - w)) - fn * PIO2_3T
    y0 = c + t
    y1 = (c - y0) + t
    if not (npc.abs(x) < HUGE):
        if not (npc.abs(x) <= 1.7976931348623157e+308):
            return x if x != x else npc.from_bits(0x7ff8000000000000)
        fn = rem_pio2_huge(x, 0)
        y0 = rem_pio2_huge(x, 1)
        y1 = rem_pio2_huge(x, 2)
    n = npc.int64(fn)
    r = cos_poly(y0, y1) if (n & 1) != 0 else sin_poly(y0, y1)
    r = -r if (n & 2) != 0 else r
    return x if npc.abs(x) < 7.4505805969238281e-09 else r


def cos(x: float64) -> float64:
    """Cosine; three-step Cody-Waite reduction, Payne-Hanek above HUGE."""
    fn = npc.rint(x * INV_PIO2)
    a = x - fn * PIO2_1
    w = fn * PIO2_2
    b = a - w
    e = (a - b) - w
    w = fn * PIO2_3
    c = b - w
    t = (e + ((b - c) - w)) - fn * PIO2_3T
    y0 = c + t
    y1 = (c - y0) + t
    if not (npc.abs(x) < HUGE):
        if not (npc.abs(x) <= 1.7976931348623157e+308):
            return x if x != x else npc.from_bits(0x7ff8000000000000)
        fn = rem_pio2_huge(x, 0)
        y0 = rem_pio2_huge(x, 1)
        y1 = rem_pio2_huge(x, 2)
    n = npc.int64(fn) + 1
    r = cos_poly(y0, y1) if (n & 1) != 0 else sin_poly(y0, y1)
    return -r if (n & 2) != 0 else r


def tan(x: float64) -> float64:
    """Tangent; three-step Cody-Waite reduction, Payne-Hanek above HUGE."""
    fn = npc.rint(x * INV_PIO2)
    a = x - fn * PIO2_1
    w = fn * PIO2_2
    b = a - w
    e = (a - b) - w
    w = fn * PIO2_3
    c = b - w
    t = (e + ((b - c) - w)) - fn * PIO2_3T
    y0 = c + t
    y1 = (c - y0) + t
    if not (npc.abs(x) < HUGE):
        if not (npc.abs(x) <= 1.7976931348623157e+308):
            return x if x != x else npc.from_bits(0x7ff8000000000000)
        fn = rem_pio2_huge(x, 0)
        y0 = rem_pio2_huge(x, 1)
        y1 = rem_pio2_huge(x, 2)
    r = tan_poly(y0, y1, (npc.int64(fn) & 1) != 0)
    return x if npc.abs(x) < 7.4505805969238281e-09 else r


def sin_f32(x: float32) -> float32:
    """float32 form of sin."""
    return npc.float32(sin(npc.float64(x)))


def cos_f32(x: float32) -> float32:
    """float32 form of cos."""
    return npc.float32(cos(npc.float64(x)))


def tan_f32(x: float32) -> float32:
    """float32 form of tan."""
    return npc.float32(tan(npc.float64(x)))
