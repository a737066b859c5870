"""Complex numbers as text."""
import npc


def complex_text(re: float64, im: float64, narrow: int, parentheses: bool) -> str:
    """`str(z)`: without a real part that is +0.0; with `narrow`, of a NumPy `complex64`."""
    imaginary = plain_part(im, narrow)
    if re == 0.0 and npc.bits(re) >= 0:
        return concat(imaginary, "j")
    both = concat3(plain_part(re, narrow), "" if npc.byte(imaginary, 0) == 45 else "+", imaginary)
    return concat3("(", both, "j)") if parentheses else concat(both, "j")


def plain_part(x: float64, narrow: int) -> str:
    """`repr(x)` without `.0`."""
    text = write_float(x, narrow, 114, 0, 0)
    size = npc.size(text)
    if size > 2 and npc.byte(text, size - 1) == 48 and npc.byte(text, size - 2) == 46:
        return npc.part(text, 0, size - 2)
    return text


def format_complex(
    re: float64, im: float64, fill: int, align: int, sign: int, alternate: bool, width: int, group: int, precision: int, kind: int
) -> str:
    """`format(z, spec)`, for the types e, f, g, n (capitals too) and none."""
    plain = kind == 0
    skipped = plain and re == 0.0 and npc.bits(re) >= 0
    text = concat(complex_part(im, sign if skipped else 43, alternate, group, precision, kind), "j")
    if not skipped:
        text = concat(complex_part(re, sign, alternate, group, precision, kind), text)
    if plain and not skipped:
        text = concat3("(", text, ")")
    return padded(text, fill, 62 if align == 0 else align, width)


def complex_part(x: float64, sign: int, alternate: bool, group: int, precision: int, kind: int) -> str:
    """One part with its sign."""
    if kind == 0 and precision < 0:
        text = plain_part(x, 0)
        if npc.byte(text, 0) != 45 and (sign == 43 or sign == 32):
            text = concat("+" if sign == 43 else " ", text)
        return text
    return format_float(x, 0, 0, sign, alternate, False, -1, group, precision, 103 if kind == 0 else kind)
