"""Decimal digits of floats: the shortest that read back as the same number, or as many as wanted, correctly rounded.

The free-format algorithm is that of G. L. Steele and J. L. White, "How to print floating-point numbers accurately" (1990),
in the form of R. G. Burger and R. K. Dybvig, "Printing floating-point numbers quickly and accurately" (1996): the number is
r / s for two large integers, and each digit is a quotient. Large integers are arrays of `n` limbs of 32 bits, lowest first.
"""
import npc


def set_number(a, n: int, value: int):
    """a = value, for 0 <= value < 2**63."""
    for i in range(n):
        npc.poke(a, i, 0)
    npc.poke(a, 0, value & 0xffffffff)
    npc.poke(a, 1, value >> 32)


def times(a, n: int, factor: int, plus: int):
    """a = a * factor + plus, for a factor below 2**31."""
    carry = plus
    for i in range(n):
        t = npc.peek(a, i) * factor + carry
        npc.poke(a, i, t & 0xffffffff)
        carry = t >> 32


def times_power(a, n: int, base: int, exponent: int):
    """a = a * base ** exponent, for a small base."""
    # Eight steps at once: 10**8 and 2**8 fit a limb.
    b2 = base * base
    b8 = b2 * b2 * b2 * b2
    while exponent >= 8:
        times(a, n, b8, 0)
        exponent = exponent - 8
    while exponent > 0:
        times(a, n, base, 0)
        exponent = exponent - 1


def compare(a, b, n: int) -> int:
    """-1, 0 or 1."""
    i = n - 1
    while i >= 0:
        x = npc.peek(a, i)
        y = npc.peek(b, i)
        if x != y:
            return -1 if x < y else 1
        i = i - 1
    return 0


def add_to(a, b, n: int, sign: int):
    """a = a + b, or a - b for a sign of -1 and a >= b."""
    carry = 0
    for i in range(n):
        t = npc.peek(a, i) + sign * npc.peek(b, i) + carry
        npc.poke(a, i, t & 0xffffffff)
        carry = t >> 32


def compare_sum(a, b, c, n: int) -> int:
    """How a + b compares with c; a and b stay as they are."""
    add_to(a, b, n, 1)
    order = compare(a, c, n)
    add_to(a, b, n, -1)
    return order


def next_digit(r, s, n: int) -> int:
    """r // s for r < 10 * s; r becomes the remainder."""
    digit = 0
    while compare(r, s, n) >= 0:
        add_to(r, s, n, -1)
        digit = digit + 1
    return digit


def round_up(out, count: int) -> int:
    """Adds one to the last of the digits; 1 if the number has become a power of ten, which then is all that is left."""
    i = count - 1
    while i >= 0:
        if npc.peek(out, i) < 57:
            npc.poke(out, i, npc.peek(out, i) + 1)
            return 0
        npc.poke(out, i, 48)
        i = i - 1
    npc.poke(out, 0, 49)
    return 1


def find_digits(x: float64, narrow: int, mode: int, wanted: int, out) -> tuple:
    """Digits of x > 0 as 0.d1d2d3… * 10**point, in ASCII; returns their number and the point.

    Mode 0: the shortest that read back as x (with `narrow`, as x in float32). Mode 2: `wanted` digits, 3: digits up to
    `wanted` places behind the decimal point, perhaps none. Trailing zeros are left out.
    """
    if mode == 0 and x < 1e15 and x >= 1e-3 and narrow == 0:
        count, point = few_digits(x, out)
        if count > 0:
            return count, point
    bits = int(npc.bits(x))
    e = (bits >> 52) - 1075
    m = bits & 0xfffffffffffff
    if e > -1075:
        m = m | 0x10000000000000
    else:
        e = -1074
    # The gap below a power of two is half as wide.
    border = m == 0x10000000000000 and e > -1074
    if narrow != 0:
        if e >= -178:
            m = m >> 29
            e = e + 29
            border = m == 0x800000 and e > -149
        else:
            # Subnormal in float32: the unit in the last place is 2**-149.
            m = m >> (-149 - e)
            e = -149
            border = False
    size = (e if e > 0 else -e) // 32 + 6
    r = npc.limbs(size)
    s = npc.limbs(size)
    low = npc.limbs(size)
    high = npc.limbs(size)
    set_number(r, size, m * 2)
    set_number(s, size, 2)
    set_number(low, size, 1)
    if border:
        set_number(r, size, m * 4)
        set_number(s, size, 4)
    if e > 0:
        times_power(r, size, 2, e)
        times_power(low, size, 2, e)
    else:
        times_power(s, size, 2, -e)
    # The decimal point, perhaps one too low.
    point = int(npc.int64(npc.ceil(npc.float64(e + bit_length(m) - 1) * 0.30102999566398114 - 1e-10)))
    if point >= 0:
        times_power(s, size, 10, point)
    else:
        times_power(r, size, 10, -point)
        times_power(low, size, 10, -point)
    for i in range(size):
        npc.poke(high, i, npc.peek(low, i))
    if border:
        times(high, size, 2, 0)
    even = 1 - (m & 1)
    if mode == 0:
        if compare_sum(r, high, s, size) >= 1 - even:
            point = point + 1
            times(s, size, 10, 0)
        return shortest(r, s, low, high, size, even, out), point
    if compare(r, s, size) >= 0:
        point = point + 1
        times(s, size, 10, 0)
    if mode == 3:
        wanted = wanted + point
    if wanted < 0:
        return 0, point
    count = 0
    while count < wanted:
        times(r, size, 10, 0)
        npc.poke(out, count, 48 + next_digit(r, s, size))
        count = count + 1
    times(r, size, 2, 0)
    order = compare(r, s, size)
    odd = count > 0 and npc.peek(out, count - 1) & 1 == 1
    if order > 0 or (order == 0 and odd):
        if round_up(out, count) == 1:
            point = point + 1
            count = 1
    while count > 0 and npc.peek(out, count - 1) == 48:
        count = count - 1
    return count, point


def shortest(r, s, low, high, size: int, even: int, out) -> int:
    """Digits until the rest is within the numbers that read back the same."""
    count = 0
    while True:
        times(r, size, 10, 0)
        times(low, size, 10, 0)
        times(high, size, 10, 0)
        digit = next_digit(r, s, size)
        below = compare(r, low, size) < even
        above = compare_sum(r, high, s, size) > -even
        npc.poke(out, count, 48 + digit)
        count = count + 1
        if below or above:
            if above:
                order = 1
                if below:
                    times(r, size, 2, 0)
                    order = compare(r, s, size)
                if order > 0 or (order == 0 and digit & 1 == 1):
                    round_up(out, count)
            return count


def few_digits(x: float64, out) -> tuple:
    """Digits of a number that has at most 15 of them, else none: n / 10**p is correctly rounded, so it can be tried."""
    power = npc.float64(1.0)
    places = 0
    while places < 19:
        y = npc.rint(x * power)
        if y >= 1e15:
            return 0, 0
        if y / power == x:
            n = int(npc.int64(y))
            while n % 10 == 0:
                n = n // 10
                places = places - 1
            count = decimal_length(n)
            put_decimal(out, count, n)
            return count, count - places
        power = power * 10.0
        places = places + 1
    return 0, 0


def bit_length(n: int) -> int:
    count = 0
    while n > 0:
        n = n >> 1
        count = count + 1
    return count


def decimal_length(n: int) -> int:
    """How many digits n >= 0 has."""
    count = 1
    while n >= 10:
        n = n // 10
        count = count + 1
    return count


def put_decimal(out, end: int, n: int):
    """Writes n >= 0 so that it ends before `end`."""
    while True:
        end = end - 1
        npc.poke(out, end, 48 + n % 10)
        n = n // 10
        if n == 0:
            return


def round_digits(x: float64, digits: int) -> float64:
    """`round(x, digits)` of a float: the decimal number nearest to its exact value, half to even."""
    if x != x or x - x != 0.0 or digits > 323:
        return x
    if digits < -308:
        return 0.0 * x
    if digits >= 0:
        return float_of_text(write_float(x, 0, 102, digits, 0))
    size = npc.abs(x)
    if size >= 9.0e18:
        raise NotImplementedError("rounding a float beyond 9e18 to tens")
    whole = npc.int64(size)
    fraction = size - npc.float64(whole)
    unit = 1
    for _ in range(-digits):
        if unit > 922337203685477580:
            return 0.0 * x
        unit = unit * 10
    rest = whole % unit
    low = whole - rest
    above = rest > unit - rest or (rest == unit - rest and (fraction > 0.0 or (low // unit) % 2 == 1))
    return npc.copysign(npc.float64(low + unit if above else low), x)
