import npc

MAX_FINITE = 1.7976931348623157e+308
FRACTION = 0x000fffffffffffff
HIDDEN = 0x0010000000000000


def mod_step(r: int64, s: int64, m: int64) -> int64:
    """(r << s) modulo m, for 0 <= r < 2**53 with (r << s)/m < 2**53; wraps are harmless."""
    p = npc.from_bits((s + 1023) << 52)
    q = npc.int64(npc.float64(r) * p / npc.float64(m))
    # Rounding is monotone and q < 2**53, so q is right or one too large: the
    # difference lies in [-m, m) although its terms may wrap.
    d = (r << s) - q * m
    return d + m if d < 0 else d


def fmod(x: float64, y: float64) -> float64:
    """C fmod, exact: long division with 50-bit digits."""
    ax = npc.abs(x)
    ay = npc.abs(y)
    if not (ax <= MAX_FINITE and ay > 0.0 and ay <= MAX_FINITE):
        if x != x:
            return x
        if y != y:
            return y
        if ay > 0.0 and ax <= MAX_FINITE:
            return x
        return npc.from_bits(0x7ff8000000000000)
    if ax < ay:
        return x
    ix = npc.bits(ax)
    iy = npc.bits(ay)
    ex = ix >> 52
    ey = iy >> 52
    mx = (ix & FRACTION) | HIDDEN if ex > 0 else ix
    my = (iy & FRACTION) | HIDDEN if ey > 0 else iy
    ex = ex if ex > 0 else 1
    ey = ey if ey > 0 else 1
    n = ex - ey
    r = mod_step(mx, 0, my)
    while n > 0:
        s = 50 if n > 50 else n
        r = mod_step(r, s, my)
        n = n - s
    z = npc.float64(r) * 2.2204460492503131e-16 * npc.from_bits(ey << 52)
    return npc.copysign(z, x)


def fmod_f32(x: float32, y: float32) -> float32:
    """float32 form of fmod, exact."""
    return npc.float32(fmod(npc.float64(x), npc.float64(y)))
