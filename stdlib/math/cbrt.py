import npc

# Estimate polynomial: FreeBSD s_cbrt.c (Sun Microsystems, Bruce Evans).
P0 = 1.8759518242717701e+00
P1 = -1.8849797954337717e+00
P2 = 1.6214297201053545e+00
P3 = -7.5839793477876605e-01
P4 = 1.4599619288661245e-01

MIN_NORMAL = 2.2250738585072014e-308
MAX_FINITE = 1.7976931348623157e+308


def cbrt(x: float64) -> float64:
    """Cube root; FreeBSD s_cbrt.c: bit estimate, polynomial, one Newton step."""
    a = npc.abs(x)
    if not (a > 0.0 and a <= MAX_FINITE):
        return x
    sub = a < MIN_NORMAL
    # High word divided by 3, plus the exponent bias that keeps it in place.
    w = npc.bits(a * 18014398509481984.0 if sub else a) >> 32
    third = ((w * 1431655766) >> 32) + (696219795 if sub else 715094163)
    t = npc.from_bits(third << 32)
    r = (t * t) * (t / a)
    t = t * ((P0 + r * (P1 + r * P2)) + ((r * r) * r) * (P3 + r * P4))
    # 23 bits, so that t*t is exact.
    t = npc.from_bits((npc.bits(t) + 2147483648) & -1073741824)
    r = a / (t * t)
    r = (r - t) / (t + t + r)
    return npc.copysign(t + t * r, x)


def cbrt_f32(x: float32) -> float32:
    """float32 form of cbrt."""
    return npc.float32(cbrt(npc.float64(x)))
