import npc

# 2/pi as 64-bit words after one zero word (computed with mpmath).
TWO_OVER_PI = (
    0,
    -6703182060581546711, -277156292786332224, -2638381946312093631,
    -121206125134887583, -5249950069107600672, 452944820249399836,
    -135693905287338178, -1692731182770600828, -1613291254968254911,
    4148332274289687028, -7168499653074671557, 2303758334597371919,
    -1211730484530615009, 7869616827067468215, 5712322887342352941,
    8441921394348257659, 4397547296490951402, 7780917995555872008,
    6197850593633725355, -1094449336203069923,
)
MASK32 = 0xffffffff
PIO2_HI = 1.5707963267948966
PIO2_TOP = 1.5707963109016418
PIO2_REST = 1.5893254773528196e-08


def two_over_pi_word(i: int64) -> int64:
    """Word i of TWO_OVER_PI."""
    if i < 10:
        if i < 5:
            w = TWO_OVER_PI[0]
            w = TWO_OVER_PI[1] if i == 1 else w
            w = TWO_OVER_PI[2] if i == 2 else w
            w = TWO_OVER_PI[3] if i == 3 else w
            w = TWO_OVER_PI[4] if i == 4 else w
            return w
        w = TWO_OVER_PI[5]
        w = TWO_OVER_PI[6] if i == 6 else w
        w = TWO_OVER_PI[7] if i == 7 else w
        w = TWO_OVER_PI[8] if i == 8 else w
        w = TWO_OVER_PI[9] if i == 9 else w
        return w
    if i < 15:
        w = TWO_OVER_PI[10]
        w = TWO_OVER_PI[11] if i == 11 else w
        w = TWO_OVER_PI[12] if i == 12 else w
        w = TWO_OVER_PI[13] if i == 13 else w
        w = TWO_OVER_PI[14] if i == 14 else w
        return w
    w = TWO_OVER_PI[15]
    w = TWO_OVER_PI[16] if i == 16 else w
    w = TWO_OVER_PI[17] if i == 17 else w
    w = TWO_OVER_PI[18] if i == 18 else w
    w = TWO_OVER_PI[19] if i == 19 else w
    w = TWO_OVER_PI[20] if i == 20 else w
    return w


def two_over_pi_bits(j: int64) -> int64:
    """64 bits of TWO_OVER_PI from bit j on (bit 0 is the first bit)."""
    n = j & 63
    w = two_over_pi_word(j >> 6) << n
    return w | npc.shr_u(npc.shr_u(two_over_pi_word((j >> 6) + 1), 1), 63 - n)


def mul_high(a: int64, b: int64) -> int64:
    """High 64 bits of the unsigned 128-bit product, by 32-bit halves."""
    al = a & MASK32
    ah = npc.shr_u(a, 32)
    bl = b & MASK32
    bh = npc.shr_u(b, 32)
    m = ah * bl + npc.shr_u(al * bl, 32)
    t = al * bh + (m & MASK32)
    return ah * bh + npc.shr_u(m, 32) + npc.shr_u(t, 32)


def rem_pio2_huge(x: float64, part: int64) -> float64:
    """Payne-Hanek (1983) for finite |x| >= 2**20: x = n pi/2 + y0 + y1; part 0, 1, 2 picks n, y0, y1."""
    ix = npc.bits(x)
    m = (ix & 0x000fffffffffffff) | 0x0010000000000000
    # x = m * 2**e; bits of 2/pi whose products are multiples of 4 are skipped.
    e = ((ix >> 52) & 2047) - 1075
    j = e + 62
    w0 = two_over_pi_bits(j)
    w1 = two_over_pi_bits(j + 64)
    w2 = two_over_pi_bits(j + 128)
    p2 = m * w2
    h2 = mul_high(m, w2)
    p1 = m * w1 + h2
    carry = 1 if npc.lt_u(p1, h2) else 0
    p0 = m * w0 + mul_high(m, w1) + carry
    # p0:p1:p2 is x*2/pi modulo 4, with 190 fraction bits.
    f0 = (p0 << 2) | npc.shr_u(p1, 62)
    f1 = (p1 << 2) | npc.shr_u(p2, 62)
    sign = f0 >> 63
    n = (npc.shr_u(p0, 62) - sign) & 3
    f0 = f0 ^ sign
    f1 = f1 ^ sign
    # |fraction| < 1/2 as two doubles h + l.
    a = npc.float64(f0 >> 32) * 2.3283064365386963e-10
    b = npc.float64(f0 & MASK32) * 5.4210108624275222e-20
    c = npc.float64(npc.shr_u(f1, 32)) * 1.2621774483536189e-29
    d = npc.float64(f1 & MASK32) * 2.9387358770557188e-39
    s = a + b
    t = (a - s) + b
    u = s + c
    t = t + (((s - u) + c) + d)
    h = u + t
    l = (u - h) + t
    # (h + l) * pi/2 by Dekker's product; PIO2_TOP + PIO2_REST has 79 bits.
    ht = npc.from_bits(npc.bits(h) & -134217728)
    hr = h - ht
    y = h * PIO2_HI
    z = ((ht * PIO2_TOP - y) + ht * PIO2_REST + hr * PIO2_TOP) + hr * PIO2_REST
    z = z + l * PIO2_HI
    y0 = y + z
    y1 = (y - y0) + z
    # The sign of the fraction, times the sign of x.
    neg = (sign ^ (ix >> 63)) != 0
    if part == 0:
        return npc.float64(4 - n if ix < 0 else n)
    if part == 1:
        return -y0 if neg else y0
    return -y1 if neg else y1
