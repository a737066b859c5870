"""Text as numbers."""
import npc


def int_of_text(s: str, base: int) -> int:
    """`int(s, base)`"""
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    text = stripped(s, None, True, True)
    n = npc.size(text)
    at = 0
    negative = False
    if n > 0 and (npc.byte(text, 0) == 45 or npc.byte(text, 0) == 43):
        negative = npc.byte(text, 0) == 45
        at = 1
    radix = base
    marked = False
    if at + 1 < n and npc.byte(text, at) == 48:
        letter = npc.byte(text, at + 1) | 32
        named = 16 if letter == 120 else (8 if letter == 111 else (2 if letter == 98 else 0))
        if named != 0 and (base == 0 or base == named):
            radix = named
            at = at + 2
            marked = True
    bare = radix == 0
    if bare:
        radix = 10
    start = at
    value = 0
    digits = 0
    valid = at < n
    # An underscore stands between digits, or behind the mark of a base.
    after_digit = marked
    while at < n:
        c = npc.byte(text, at)
        at = at + 1
        if c == 95:
            valid = valid and after_digit
            after_digit = False
        else:
            digit = digit_of(c)
            if digit < 0 or digit >= radix:
                valid = False
            else:
                # Negative numbers reach further. Whether the text is a number comes first.
                if digits >= 0:
                    product = value * radix
                    if value < (-9223372036854775807 - 1 + digit + radix - 1) // radix:
                        digits = -1
                    else:
                        value = product - digit
                        digits = digits + 1
            after_digit = True
    if not valid or not after_digit:
        head = concat3("invalid literal for int() with base ", int_text(base), ": ")
        raise ValueError(concat(head, repr_text(s)))
    if bare and npc.byte(text, start) == 48 and value != 0:
        head = concat3("invalid literal for int() with base ", int_text(base), ": ")
        raise ValueError(concat(head, repr_text(s)))
    if digits < 0 or (not negative and value == -9223372036854775807 - 1):
        raise OverflowError("Python int too large to convert to C long")
    return value if negative else -value


def digit_of(c: int) -> int:
    if c >= 48 and c <= 57:
        return c - 48
    c = c | 32
    return c - 87 if c >= 97 and c <= 122 else -1


def float_of_text(s: str) -> float64:
    """`float(s)`, correctly rounded.

    A first guess is corrected until the text lies between the halfway points to its neighbours, which is decided with large
    integers: W. D. Clinger, "How to read floating point numbers accurately" (1990), algorithm R.
    """
    text = stripped(s, None, True, True)
    n = npc.size(text)
    at = 0
    negative = False
    if n > 0 and (npc.byte(text, 0) == 45 or npc.byte(text, 0) == 43):
        negative = npc.byte(text, 0) == 45
        at = 1
    named = named_float(npc.part(text, at, n))
    if named != 0.0:
        return -named if negative else named
    # Digits without leading zeros; what comes behind 800 of them only says that there is more.
    digits = npc.bytes(801)
    count = 0
    some = False
    exponent = 0
    behind = False
    more = False
    valid = True
    after_digit = False
    while at < n:
        c = npc.byte(text, at)
        if c == 46 and not behind:
            valid = valid and (after_digit or not some)
            behind = True
            after_digit = False
        elif c == 95:
            valid = valid and after_digit and at + 1 < n and is_digit(npc.byte(text, at + 1))
            after_digit = False
        elif is_digit(c):
            some = True
            after_digit = True
            if behind:
                exponent = exponent - 1
            if count > 0 or c != 48:
                if count < 800:
                    npc.poke(digits, count, c - 48)
                    count = count + 1
                else:
                    more = more or c != 48
                    exponent = exponent + 1
        else:
            break
        at = at + 1
    if at < n and some and npc.byte(text, at) | 32 == 101:
        at = at + 1
        down = False
        if at < n and (npc.byte(text, at) == 45 or npc.byte(text, at) == 43):
            down = npc.byte(text, at) == 45
            at = at + 1
        valid = valid and at < n and is_digit(npc.byte(text, at))
        power = 0
        while at < n and (is_digit(npc.byte(text, at)) or npc.byte(text, at) == 95):
            c = npc.byte(text, at)
            if c == 95:
                valid = valid and is_digit(npc.byte(text, at - 1)) and at + 1 < n and is_digit(npc.byte(text, at + 1))
            elif power < 1000000000:
                power = power * 10 + c - 48
            at = at + 1
        exponent = exponent + (-power if down else power)
    if not valid or not some or at < n:
        raise ValueError(concat("could not convert string to float: ", repr_text(s)))
    if more:
        npc.poke(digits, count, 1)
        count = count + 1
        exponent = exponent - 1
    value = decimal_float(digits, count, exponent)
    return -value if negative else value


def named_float(s: str) -> float64:
    """Infinity or NaN, or 0.0."""
    low = npc.bytes(npc.size(s))
    for i in range(npc.size(s)):
        npc.poke(low, i, npc.byte(s, i) | 32)
    word = npc.text(low, npc.size(s))
    if equal(word, "inf") or equal(word, "infinity"):
        return npc.from_bits(0x7ff0000000000000)
    if equal(word, "nan"):
        return npc.from_bits(0x7ff8000000000000)
    return 0.0


def decimal_float(digits, count: int, exponent: int) -> float64:
    """The float nearest to the digits * 10**exponent; of two, the even one."""
    if count == 0 or count + exponent < -330:
        return 0.0
    if count + exponent > 310:
        return npc.from_bits(0x7ff0000000000000)
    head = 0
    most = count if count < 18 else 18
    for i in range(most):
        head = head * 10 + npc.peek(digits, i)
    power = exponent + count - most
    guess = npc.float64(head)
    if count <= 15 and power >= -22 and power <= 22:
        return scaled(guess, power)
    guess = scaled(guess, power)
    if guess == 0.0:
        guess = npc.from_bits(1)
    if guess - guess != 0.0:
        guess = npc.from_bits(0x7fefffffffffffff)
    # The text as x / y.
    size = (count * 4 + (exponent if exponent > 0 else -exponent) * 4) // 32 + 80
    x = npc.limbs(size)
    y = npc.limbs(size)
    left = npc.limbs(size)
    right = npc.limbs(size)
    while True:
        # Twice the significand, less and plus one: the halfway points, in units of 2**e.
        bits = int(npc.bits(guess))
        e = (bits >> 52) - 1076
        m = bits & 0xfffffffffffff
        if e > -1076:
            m = m | 0x10000000000000
        else:
            e = -1075
        set_number(x, size, 0)
        for i in range(count):
            times(x, size, 10, npc.peek(digits, i))
        set_number(y, size, 1)
        if exponent > 0:
            times_power(x, size, 10, exponent)
        else:
            times_power(y, size, 10, -exponent)
        if e > 0:
            times_power(y, size, 2, e)
        else:
            times_power(x, size, 2, -e)
        high = order_of_product(x, y, 2 * m + 1, left, right, size)
        if high > 0 or (high == 0 and m & 1 == 1):
            guess = npc.from_bits(bits + 1)
            if guess - guess != 0.0:
                return guess
        else:
            # Below a power of two the gap is half as wide.
            border = m == 0x10000000000000 and e > -1075
            if border:
                times(x, size, 2, 0)
            low = order_of_product(x, y, 4 * m - 1 if border else 2 * m - 1, left, right, size)
            if low < 0 or (low == 0 and m & 1 == 1):
                guess = npc.from_bits(bits - 1)
                if bits == 1:
                    return 0.0
            else:
                return guess


def order_of_product(x, y, factor: int, left, right, size: int) -> int:
    """How x compares with y * factor."""
    for i in range(size):
        npc.poke(left, i, npc.peek(y, i))
        npc.poke(right, i, npc.peek(y, i))
    times(left, size, factor & 0x7fffffff, 0)
    # The upper part of the factor, 31 bits further on.
    times(right, size, factor >> 31, 0)
    times(right, size, 1073741824, 0)
    times(right, size, 2, 0)
    add_to(left, right, size, 1)
    return compare(x, left, size)


def scaled(x: float64, power: int) -> float64:
    """About x * 10**power; exact for powers up to 22 of small whole numbers."""
    while power > 22:
        x = x * 1e22
        power = power - 22
    while power < -22:
        x = x / 1e22
        power = power + 22
    factor = npc.float64(1.0)
    for i in range(power if power > 0 else -power):
        factor = factor * 10.0
    return x / factor if power < 0 else x * factor
