import npc

MAX_FINITE = 1.7976931348623157e+308
TWO500 = 3.2733906078961419e+150
TWO_500 = 3.0549363634996047e-151
TWO_700 = 1.9010915662951598e-211
TWO700 = 5.2601359015483735e+210
TOP27 = -134217728


def hypot_edge(x: float64, y: float64) -> float64:
    """hypot with an infinite or NaN argument: inf wins."""
    if npc.abs(x) > MAX_FINITE:
        return npc.abs(x)
    if npc.abs(y) > MAX_FINITE:
        return npc.abs(y)
    return x if x != x else y


def hypot_rare(x: float64, y: float64) -> float64:
    """hypot where the larger argument is zero, not finite, very large or very small."""
    ax = npc.abs(x)
    ay = npc.abs(y)
    if not (ax <= MAX_FINITE and ay <= MAX_FINITE):
        return hypot_edge(x, y)
    a = ay if ay > ax else ax
    b = ax if ay > ax else ay
    if b <= a * 5.5511151231257827e-17:
        return a
    if a > 1.0:
        return hypot_finite(a * TWO_700, b * TWO_700) * TWO700
    return hypot_finite(a * TWO700, b * TWO700) * TWO_700


def hypot_finite(a: float64, b: float64) -> float64:
    """sqrt(a*a + b*b) for a >= b; exact squares (Dekker 1971) and one Newton step on the root, its square exact."""
    at = npc.from_bits(npc.bits(a) & TOP27)
    ar = a - at
    ha = a * a
    la = ((at * at - ha) + 2.0 * at * ar) + ar * ar
    bt = npc.from_bits(npc.bits(b) & TOP27)
    br = b - bt
    hb = b * b
    lb = ((bt * bt - hb) + 2.0 * bt * br) + br * br
    s = ha + hb
    l = ((ha - s) + hb) + (la + lb)
    r = npc.sqrt(s)
    rt = npc.from_bits(npc.bits(r) & TOP27)
    rr = r - rt
    e = (((s - rt * rt) - 2.0 * rt * rr) - rr * rr) + l
    return r + e / (2.0 * r)


def hypot(x: float64, y: float64) -> float64:
    """sqrt(x*x + y*y)."""
    ax = npc.abs(x)
    ay = npc.abs(y)
    a = ay if ay > ax else ax
    b = ax if ay > ax else ay
    result = hypot_finite(a, b)
    if not (a <= TWO500 and a >= TWO_500 and b <= a):
        result = hypot_rare(x, y)
    return result


def hypot_f32(x: float32, y: float32) -> float32:
    """float32 form of hypot; the squares are exact in float64."""
    a = npc.float64(x)
    b = npc.float64(y)
    r = npc.sqrt(a * a + b * b)
    # An infinite argument wins over NaN.
    r = npc.abs(a) if npc.abs(a) > MAX_FINITE else r
    r = npc.abs(b) if npc.abs(b) > MAX_FINITE else r
    return npc.float32(r)
