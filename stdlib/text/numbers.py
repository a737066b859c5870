"""Numbers as text: what `str`, `repr` and `format` make of them."""
import npc


def int_text(x: int) -> str:
    """`str(x)`"""
    # -2**63 has no positive counterpart: digits are taken from negative numbers.
    negative = x if x < 0 else -x
    out = npc.bytes(20)
    end = 20
    while True:
        end = end - 1
        digit = -npc.truncated_remainder(negative, 10)
        npc.poke(out, end, 48 + digit)
        negative = (negative + digit) // 10
        if negative == 0:
            break
    if x < 0:
        end = end - 1
        npc.poke(out, end, 45)
    return npc.part(npc.text(out, 20), end, 20)


def unsigned_text(x: int) -> str:
    """`str(x)` of the 64 bits as an unsigned number."""
    if x >= 0:
        return int_text(x)
    # x // 10 of an unsigned number, by way of its half.
    rest = npc.shr_u(x, 1) // 5
    return concat(int_text(rest), int_text(x - rest * 10))


def float_text(x: float64) -> str:
    """`repr(x)`"""
    return write_float(x, 0, 114, 0, 0)


def single_text(x: float64) -> str:
    """`str(np.float32(x))`"""
    return write_float(x, 1, 114, 0, 0)


def write_float(x: float64, narrow: int, kind: int, precision: int, flags: int) -> str:
    """A float in one of the forms r, e, f and g (as character codes, capitals for capitals), with its sign if it is negative.

    Flags: 1 adds `.0` where there would be no point, 2 keeps the point and zeros (`#`).
    """
    negative = npc.bits(x) < 0
    upper = kind < 97
    kind = kind | 32
    if x != x:
        return "NAN" if upper else "nan"
    if x - x != 0.0:
        if negative:
            return "-INF" if upper else "-inf"
        return "INF" if upper else "inf"
    x = npc.abs(x)
    mode = 0
    wanted = 0
    add_zero = flags & 1 == 1 or kind == 114
    if kind == 101:
        mode = 2
        wanted = precision + 1
    elif kind == 102:
        mode = 3
        wanted = precision
    elif kind == 103:
        mode = 2
        wanted = precision if precision > 0 else 1
    out = npc.bytes(24 if mode == 0 else (330 if mode == 3 else 16) + wanted)
    count = 0
    point = 1
    if x > 0.0:
        count, point = find_digits(x, narrow, mode, wanted, out)
        if count == 0:
            point = -wanted
    # Where the digits end, zeros included, counted from the first one.
    last = count
    scientific = False
    if kind == 101:
        scientific = True
        last = wanted
    elif kind == 102:
        last = point + precision
    elif kind == 103:
        scientific = point <= -4 or point > wanted - (1 if add_zero else 0)
        if flags & 2 == 2:
            last = wanted
    elif narrow != 0:
        scientific = x > 0.0 and (x < 1e-4 or x >= 1e6)
    else:
        scientific = point <= -4 or point > 16
    exponent = point - 1
    if scientific:
        point = 1
    elif add_zero and last < point + 1:
        last = point + 1
    if last < point:
        last = point
    dot = last > point or flags & 2 == 2
    return place_digits(out, count, point, last, dot, scientific, exponent, negative, upper)


def place_digits(
    digits, count: int, point: int, last: int, dot: bool, scientific: bool, exponent: int, negative: bool, upper: bool
) -> str:
    """Sign, digits with zeros around them, the decimal point, the exponent."""
    first = point - 1 if point <= 0 else 0
    text = npc.bytes(last - first + 8)
    at = 0
    if negative:
        npc.poke(text, 0, 45)
        at = 1
    for i in range(first, last):
        if i == point and dot:
            npc.poke(text, at, 46)
            at = at + 1
        npc.poke(text, at, npc.peek(digits, i) if i >= 0 and i < count else 48)
        at = at + 1
    if dot and last == point:
        npc.poke(text, at, 46)
        at = at + 1
    if scientific:
        npc.poke(text, at, 69 if upper else 101)
        npc.poke(text, at + 1, 45 if exponent < 0 else 43)
        at = at + 2
        exponent = -exponent if exponent < 0 else exponent
        size = 3 if exponent > 99 else 2
        if exponent < 10:
            npc.poke(text, at, 48)
            put_decimal(text, at + 2, exponent)
        else:
            put_decimal(text, at + size, exponent)
        at = at + size
    return npc.text(text, at)


def digits_text(x: int, base: int, upper: bool) -> str:
    """The 64 bits of x as an unsigned number in base 2, 8 or 16."""
    shift = 1 if base == 2 else (3 if base == 8 else 4)
    out = npc.bytes(64)
    end = 64
    while True:
        end = end - 1
        digit = x & (base - 1)
        npc.poke(out, end, digit + (48 if digit < 10 else (55 if upper else 87)))
        x = npc.shr_u(x, shift)
        if x == 0:
            break
    return npc.part(npc.text(out, 64), end, 64)
