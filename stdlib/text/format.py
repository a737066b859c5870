"""The mini-language of format specifications. A specification comes in its parts: character codes, 0 for what is not there."""
import npc


def format_int(
    x: int, unsigned: bool, fill: int, align: int, sign: int, alternate: bool, zero: bool, width: int, group: int, kind: int
) -> str:
    """`format(x, spec)` of an int, for the types d, b, o, x, X and none."""
    negative = x < 0 and not unsigned
    digits = ""
    prefix = ""
    lower = kind | 32
    if lower == 98 or lower == 111 or lower == 120:
        base = 2 if lower == 98 else (8 if lower == 111 else 16)
        digits = digits_text(-x if negative else x, base, kind == 88)
        if alternate:
            prefix = "0b" if lower == 98 else ("0o" if lower == 111 else ("0X" if kind == 88 else "0x"))
    else:
        digits = unsigned_text(-x if negative else x)
    step = 3 if lower == 100 or kind == 0 or lower == 110 else 4
    return assemble(negative, digits, npc.size(digits), prefix, fill, align, sign, zero, width, group, step)


def format_float(
    x: float64, fill: int, align: int, sign: int, alternate: bool, zero: bool, width: int, group: int, precision: int, kind: int
) -> str:
    """`format(x, spec)` of a float, for the types e, f, g, % (capitals too) and none."""
    flags = 2 if alternate else 0
    if kind == 37:
        x = x * 100.0
    text = ""
    if kind == 0:
        if precision < 0:
            text = write_float(x, 0, 114, 0, flags)
        else:
            text = write_float(x, 0, 103, precision, flags | 1)
    else:
        form = 102 if kind == 37 else (103 if kind == 110 else kind)
        text = write_float(x, 0, form, 6 if precision < 0 else precision, flags)
    negative = npc.byte(text, 0) == 45
    if negative:
        text = npc.part(text, 1, npc.size(text))
    if kind == 37:
        text = concat(text, "%")
    whole = 0
    while whole < npc.size(text) and is_digit(npc.byte(text, whole)):
        whole = whole + 1
    return assemble(negative, text, whole, "", fill, align, sign, zero, width, group, 3)


def is_digit(c: int) -> bool:
    return c >= 48 and c <= 57


def assemble(
    negative: bool,
    text: str,
    whole: int,
    prefix: str,
    fill: int,
    align: int,
    sign: int,
    zero: bool,
    width: int,
    group: int,
    step: int,
) -> str:
    """Sign, prefix and digits, of which the first `whole` are grouped, at the wanted width."""
    head = "-" if negative else ("+" if sign == 43 else (" " if sign == 32 else ""))
    head = concat(head, prefix)
    if zero:
        fill = 48 if fill == 0 else fill
        align = 61 if align == 0 else align
    if group != 0 and whole > 0:
        least = 0
        if fill == 48 and align == 61:
            least = width - npc.size(head) - (npc.size(text) - whole)
        text = concat(grouped(npc.part(text, 0, whole), least, group, step), npc.part(text, whole, npc.size(text)))
    if width <= 0:
        return concat(head, text)
    if align == 61:
        return concat(head, padded(text, fill, 62, width - npc.size(head)))
    return padded(concat(head, text), fill, 62 if align == 0 else align, width)


def grouped(digits: str, least: int, mark: int, step: int) -> str:
    """Digits with a mark before every `step` of them from the end, with zeros in front up to the least width."""
    count = npc.size(digits)
    # What stands in front is a digit, so a mark that would be the first needs one more zero.
    while count + (count - 1) // step < least:
        count = count + 1
    size = count + (count - 1) // step
    out = npc.bytes(size)
    source = npc.size(digits)
    at = size
    for k in range(count):
        if k > 0 and k % step == 0:
            at = at - 1
            npc.poke(out, at, mark)
        at = at - 1
        source = source - 1
        npc.poke(out, at, npc.byte(digits, source) if source >= 0 else 48)
    return npc.text(out, size)


def padded(text: str, fill: int, align: int, width: int) -> str:
    """Text at a width: < left, > right, ^ in the middle."""
    missing = width - length(text)
    if missing <= 0:
        return text
    left = 0
    if align == 62:
        left = missing
    elif align == 94:
        left = missing // 2
    fill = 32 if fill == 0 else fill
    each = code_size(fill)
    out = npc.bytes(missing * each + npc.size(text))
    at = 0
    for k in range(left):
        at = put_code(out, at, fill)
    at = put_text(out, at, text)
    for k in range(missing - left):
        at = put_code(out, at, fill)
    return npc.text(out, at)


def format_text(s: str, fill: int, align: int, width: int, precision: int) -> str:
    """`format(s, spec)` of a string."""
    if precision >= 0:
        s = slice_text(s, None, precision, None)
    if width <= 0:
        return s
    return padded(s, fill, 60 if align == 0 else align, width)


def format_character(x: int, fill: int, align: int, width: int) -> str:
    """`format(x, "c")`"""
    if x < 0 or x > 0x10ffff:
        raise OverflowError("%c arg not in range(0x110000)")
    return padded(chr_text(x), fill, 62 if align == 0 else align, width)


def parse_spec(spec: str) -> tuple:
    """The parts of a specification: fill, align, sign, alternate, zero, width, group, precision, type; the type is -1 if the
    rest cannot be read."""
    n = npc.size(spec)
    at = 0
    fill = 0
    align = 0
    if n > 0:
        first = width_at(spec, 0)
        if first < n and is_align(npc.byte(spec, first)):
            fill = code_at(spec, 0)
            align = npc.byte(spec, first)
            at = first + 1
        elif is_align(npc.byte(spec, 0)):
            align = npc.byte(spec, 0)
            at = 1
    sign = 0
    c = npc.byte(spec, at) if at < n else 0
    if c == 43 or c == 45 or c == 32:
        sign = c
        at = at + 1
    alternate = at < n and npc.byte(spec, at) == 35
    if alternate:
        at = at + 1
    zero = fill == 0 and at < n and npc.byte(spec, at) == 48
    if zero:
        at = at + 1
    width = -1
    while at < n and is_digit(npc.byte(spec, at)):
        width = (0 if width < 0 else width) * 10 + npc.byte(spec, at) - 48
        at = at + 1
    group = 0
    c = npc.byte(spec, at) if at < n else 0
    if c == 44 or c == 95:
        group = c
        at = at + 1
        if at < n and (npc.byte(spec, at) == 44 or npc.byte(spec, at) == 95):
            if npc.byte(spec, at) == c:
                raise ValueError("Cannot specify ',' with ','." if c == 44 else "Cannot specify '_' with '_'.")
            raise ValueError("Cannot specify both ',' and '_'.")
    precision = -1
    if at < n and npc.byte(spec, at) == 46:
        at = at + 1
        if at >= n or not is_digit(npc.byte(spec, at)):
            raise ValueError("Format specifier missing precision")
        precision = 0
        while at < n and is_digit(npc.byte(spec, at)):
            precision = precision * 10 + npc.byte(spec, at) - 48
            at = at + 1
    kind = 0
    if at < n:
        kind = code_at(spec, at)
        if at + width_at(spec, at) < n:
            kind = -1
    return fill, align, sign, alternate, zero, width, group, precision, kind


def is_align(c: int) -> bool:
    return c == 60 or c == 62 or c == 61 or c == 94


def format_int_by(x: int, unsigned: bool, spec: str, plain: str) -> str:
    """`format(x, spec)` of an int, or of a bool with its plain text, with a specification known at run time."""
    if npc.size(spec) == 0 and npc.size(plain) > 0:
        return plain
    fill, align, sign, alternate, zero, width, group, precision, kind = parse_spec(spec)
    check_spec(spec, kind, group, "int", 100)
    if is_float_kind(kind):
        value = npc.float64(npc.shr_u(x, 1)) * 2.0 + npc.float64(x & 1) if unsigned else npc.float64(x)
        return format_float(value, fill, align, sign, alternate, zero, width, group, precision, kind)
    if not (kind == 0 or kind == 100 or kind == 98 or kind == 111 or kind == 120 or kind == 88 or kind == 110 or kind == 99):
        unknown_kind(kind, "int")
    if precision >= 0:
        raise ValueError("Precision not allowed in integer format specifier")
    if kind == 99:
        if sign != 0:
            raise ValueError("Sign not allowed with integer format specifier 'c'")
        if alternate:
            raise ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
        return format_character(x, fill, align, width)
    return format_int(x, unsigned, fill, align, sign, alternate, zero, width, group, kind)


def format_float_by(x: float64, spec: str) -> str:
    """`format(x, spec)` of a float with a specification known at run time."""
    fill, align, sign, alternate, zero, width, group, precision, kind = parse_spec(spec)
    check_spec(spec, kind, group, "float", 0)
    if kind != 0 and kind != 110 and not is_float_kind(kind):
        unknown_kind(kind, "float")
    return format_float(x, fill, align, sign, alternate, zero, width, group, precision, kind)


def format_text_by(s: str, spec: str) -> str:
    """`format(s, spec)` of a string with a specification known at run time."""
    fill, align, sign, alternate, zero, width, group, precision, kind = parse_spec(spec)
    check_spec(spec, kind, group, "str", 115)
    if kind != 0 and kind != 115:
        unknown_kind(kind, "str")
    if sign != 0:
        raise ValueError("Space not allowed in string format specifier" if sign == 32 else "Sign not allowed in string format specifier")
    if alternate:
        raise ValueError("Alternate form (#) not allowed in string format specifier")
    if align == 61:
        raise ValueError("'=' alignment not allowed in string format specifier")
    return format_text(s, 48 if zero and fill == 0 else fill, align, width, precision)


def is_float_kind(kind: int) -> bool:
    lower = kind | 32
    return kind == 37 or (kind > 64 and lower >= 101 and lower <= 103)


def unknown_kind(kind: int, name: str):
    raise ValueError(
        concat(concat3("Unknown format code '", chr_text(kind), "' for object of type '"), concat(name, "'"))
    )


def check_spec(spec: str, kind: int, group: int, name: str, default: int):
    if kind < 0:
        raise ValueError(
            concat(concat3("Invalid format specifier '", spec, "' for object of type '"), concat(name, "'"))
        )
    if group != 0:
        kind = default if kind == 0 else kind
        lower = kind | 32
        radix = lower == 98 or lower == 111 or lower == 120
        if not (kind == 0 or kind == 100 or is_float_kind(kind) or (radix and group == 95)):
            raise ValueError(
                concat(concat3("Cannot specify '", chr_text(group), "' with '"), concat(chr_text(kind), "'."))
            )


def digits_at_least(x: int, unsigned: bool, least: int, sign: int, alternate: bool, kind: int) -> str:
    """An int of `%` formatting with a precision, which is the least number of digits."""
    negative = x < 0 and not unsigned
    digits = format_int(-x if negative else x, True, 0, 0, 0, False, False, -1, 0, kind)
    digits = padded(digits, 48, 62, least)
    head = "-" if negative else ("+" if sign == 43 else (" " if sign == 32 else ""))
    if alternate and kind != 100:
        head = concat(head, "0x" if kind == 120 else ("0X" if kind == 88 else "0o"))
    return concat(head, digits)


def padded_number(text: str, fill: int, align: int, width: int) -> str:
    """A number with its sign, at a width; zeros go behind the sign and the prefix."""
    if fill != 48:
        return padded(text, fill, align, width)
    head = 0
    n = npc.size(text)
    if n > 0 and not is_digit(npc.byte(text, 0)):
        head = 1
    if head + 1 < n and npc.byte(text, head + 1) > 96:
        head = head + 2
    rest = npc.part(text, head, n)
    return concat(npc.part(text, 0, head), padded(rest, 48, 62, width - head))
