import npc

MAX_FINITE = 1.7976931348623157e+308
TOP27 = -134217728


def hypot_edge(x: float64, y: float64) -> float64:
    """hypot with an infinite or NaN argument: inf wins."""
    if npc.abs(x) > MAX_FINITE:
        return npc.abs(x)
    if npc.abs(y) > MAX_FINITE:
        return npc.abs(y)
    return x if x != x else y


def hypot(x: float64, y: float64) -> float64:
    """sqrt(x*x + y*y); exact squares (Dekker 1971) and one correction of the root."""
    ax = npc.abs(x)
    ay = npc.abs(y)
    if not (ax <= MAX_FINITE and ay <= MAX_FINITE):
        return hypot_edge(x, y)
    a = ay if ay > ax else ax
    b = ax if ay > ax else ay
    if b <= a * 5.5511151231257827e-17:
        return a
    big = a > 3.2733906078961419e+150
    small = a < 3.0549363634996047e-151
    scale = 1.0
    scale = 1.9010915662951598e-211 if big else scale
    scale = 5.2601359015483735e+210 if small else scale
    back = 1.0
    back = 5.2601359015483735e+210 if big else back
    back = 1.9010915662951598e-211 if small else back
    a = a * scale
    b = b * scale
    # a*a + b*b = s + l
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
    # One Newton step on the root, its square exact.
    r = npc.sqrt(s)
    rt = npc.from_bits(npc.bits(r) & TOP27)
    rr = r - rt
    e = (((s - rt * rt) - 2.0 * rt * rr) - rr * rr) + l
    return (r + e / (2.0 * r)) * back


def hypot_f32(x: float32, y: float32) -> float32:
    """float32 form of hypot; the squares are exact in float64."""
    a = npc.float64(x)
    b = npc.float64(y)
    if not (npc.abs(a) <= MAX_FINITE and npc.abs(b) <= MAX_FINITE):
        return npc.float32(hypot_edge(a, b))
    return npc.float32(npc.sqrt(a * a + b * b))
