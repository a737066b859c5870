import npc
from .log import MAX_FINITE, MIN_NORMAL, TWO52_BITS, TWO54

# Algorithm and polynomial: FreeBSD s_cbrt.c (Sun Microsystems, Bruce Evans).
P0 = 1.8759518242717701e+00
P1 = -1.8849797954337717e+00
P2 = 1.6214297201053545e+00
P3 = -7.5839793477876605e-01
P4 = 1.4599619288661245e-01

TWO_18 = 3.814697265625e-06
THIRD = 0.33333333333333331
# 2**52: its lowest bits take an integer. 715094163 is two thirds of the exponent's bias, above 20 bits of fraction.
TWO52 = 4503599627370496.0
TWO52_BIAS = 4503600342464659.0


def cbrt_rare(x: float64) -> float64:
    """cbrt outside the normal numbers."""
    a = npc.abs(x)
    if a > 0.0 and a < MIN_NORMAL:
        return npc.copysign(cbrt_normal(a * TWO54) * TWO_18, x)
    return x


def cbrt_normal(a: float64) -> float64:
    """Cube root of a positive normal number: estimate by a third of its bits, polynomial, one step of Halley's method."""
    w = npc.from_bits(npc.shr_u(npc.bits(a), 32) | TWO52_BITS) - TWO52
    t = npc.from_bits(npc.bits(w * THIRD + TWO52_BIAS) << 32)
    r = (t * t) * (t / a)
    t = t * ((P0 + r * (P1 + r * P2)) + ((r * r) * r) * (P3 + r * P4))
    # 23 bits, so that t*t is exact.
    t = npc.from_bits((npc.bits(t) + 2147483648) & -1073741824)
    r = a / (t * t)
    return t + t * ((r - t) / (t + t + r))


def cbrt(x: float64) -> float64:
    """Cube root; FreeBSD s_cbrt.c."""
    a = npc.abs(x)
    result = npc.copysign(cbrt_normal(a), x)
    if not (a >= MIN_NORMAL and a <= MAX_FINITE):
        result = cbrt_rare(x)
    return result


def cbrt_f32(x: float32) -> float32:
    """float32 form of cbrt."""
    return npc.float32(cbrt(npc.float64(x)))
