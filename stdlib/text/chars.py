"""Code points in UTF-8."""
import npc


def width_at(s: str, at: int) -> int:
    """Bytes of the code point that starts here."""
    c = npc.byte(s, at)
    return 1 if c < 0x80 else (2 if c < 0xe0 else (3 if c < 0xf0 else 4))


def code_at(s: str, at: int) -> int:
    """The code point that starts here."""
    c = npc.byte(s, at)
    if c < 0x80:
        return c
    more = width_at(s, at) - 1
    c = c & (63 >> more)
    for k in range(more):
        at = at + 1
        c = c << 6 | (npc.byte(s, at) & 63 if at < npc.size(s) else 0)
    return c


def code_size(c: int) -> int:
    """Bytes that a code point takes."""
    return 1 if c < 0x80 else (2 if c < 0x800 else (3 if c < 0x10000 else 4))


def put_code(out, at: int, c: int) -> int:
    """Writes a code point; returns where it ends."""
    size = code_size(c)
    if size == 1:
        npc.poke(out, at, c)
        return at + 1
    k = at + size - 1
    while k > at:
        npc.poke(out, k, 0x80 | c & 63)
        c = c >> 6
        k = k - 1
    npc.poke(out, at, (0xf00 >> size & 0xff) | c)
    return at + size


def put_text(out, at: int, s: str) -> int:
    """Writes a text; returns where it ends."""
    n = npc.size(s)
    for i in range(n):
        npc.poke(out, at + i, npc.byte(s, i))
    return at + n


def concat(a: str, b: str) -> str:
    """`a + b`"""
    if npc.size(a) == 0:
        return b
    if npc.size(b) == 0:
        return a
    out = npc.bytes(npc.size(a) + npc.size(b))
    return npc.text(out, put_text(out, put_text(out, 0, a), b))


def concat3(a: str, b: str, c: str) -> str:
    return concat(concat(a, b), c)


def length(s: str) -> int:
    """`len(s)`"""
    count = 0
    for i in range(npc.size(s)):
        count = count + (1 if npc.byte(s, i) & 0xc0 != 0x80 else 0)
    return count


def count_between(s: str, start: int, end: int) -> int:
    """Code points between two places."""
    count = 0
    for i in range(start, end):
        count = count + (1 if npc.byte(s, i) & 0xc0 != 0x80 else 0)
    return count


def place_of(s: str, index: int) -> int:
    """Where code point number `index` starts, at most the end."""
    n = npc.size(s)
    at = 0
    while index > 0 and at < n:
        at = at + width_at(s, at)
        index = index - 1
    return at if at < n else n


def starts(s: str):
    """Where each code point starts, and the end."""
    places = npc.limbs(length(s) + 1)
    k = 0
    n = npc.size(s)
    for i in range(n):
        if npc.byte(s, i) & 0xc0 != 0x80:
            npc.poke(places, k, i)
            k = k + 1
    npc.poke(places, k, n)
    return places


def item(s: str, index: int) -> str:
    """`s[index]`"""
    count = length(s)
    if index < 0:
        index = index + count
    if index < 0 or index >= count:
        raise IndexError("string index out of range")
    at = index if count == npc.size(s) else place_of(s, index)
    return npc.part(s, at, at + width_at(s, at))


def slice_text(s: str, start, stop, step) -> str:
    """`s[start:stop:step]`"""
    by = 1 if step is None else step
    if by == 0:
        raise ValueError("slice step cannot be zero")
    count = length(s)
    first = (count - 1 if by < 0 else 0) if start is None else clipped(start, count, by)
    last = (-1 if by < 0 else count) if stop is None else clipped(stop, count, by)
    ascii = count == npc.size(s)
    if by == 1:
        if last <= first:
            return ""
        if ascii:
            return npc.part(s, first, last)
        start_at = place_of(s, first)
        return npc.part(s, start_at, place_of(s, last))
    return stepped(s, first, last, by)


def clipped(index: int, count: int, step: int) -> int:
    """An end of a slice, within the text."""
    if index < 0:
        index = index + count
        if index < 0:
            return -1 if step < 0 else 0
    if index >= count:
        return count - 1 if step < 0 else count
    return index


def stepped(s: str, first: int, last: int, step: int) -> str:
    places = starts(s)
    out = npc.bytes(npc.size(s))
    at = 0
    while first < last if step > 0 else first > last:
        for i in range(npc.peek(places, first), npc.peek(places, first + 1)):
            npc.poke(out, at, npc.byte(s, i))
            at = at + 1
        first = first + step
    return npc.text(out, at)


def order(a: str, b: str) -> int:
    """-1, 0 or 1: the order of code points is that of their bytes."""
    n = npc.size(a)
    m = npc.size(b)
    for i in range(n if n < m else m):
        x = npc.byte(a, i)
        y = npc.byte(b, i)
        if x != y:
            return -1 if x < y else 1
    return -1 if n < m else (1 if n > m else 0)


def equal(a: str, b: str) -> bool:
    """`a == b`"""
    return npc.size(a) == npc.size(b) and matches(a, b, 0)


def matches(s: str, part: str, at: int) -> bool:
    """True if the part, which fits, stands here."""
    for i in range(npc.size(part)):
        if npc.byte(s, at + i) != npc.byte(part, i):
            return False
    return True


def hash(s: str) -> int:
    """A number for tables: FNV-1a."""
    h = -3750763034362895579
    for i in range(npc.size(s)):
        h = (h ^ npc.byte(s, i)) * 1099511628211
    return h


def repeat(s: str, n: int) -> str:
    """`s * n`"""
    size = npc.size(s)
    if n <= 0 or size == 0:
        return ""
    if n > 0x7fffffffffff // size:
        raise MemoryError("")
    out = npc.bytes(size * n)
    at = 0
    for k in range(n):
        at = put_text(out, at, s)
    return npc.text(out, at)


def ord_text(s: str) -> int:
    """`ord(s)`"""
    if npc.size(s) == 0 or width_at(s, 0) < npc.size(s):
        raise TypeError(concat3("ord() expected a character, but string of length ", int_text(length(s)), " found"))
    return code_at(s, 0)


def chr_text(c: int) -> str:
    """`chr(c)`"""
    if c < 0 or c > 0x10ffff:
        raise ValueError("chr() arg not in range(0x110000)")
    out = npc.bytes(4)
    return npc.text(out, put_code(out, 0, c))


def repr_text(s: str) -> str:
    """`repr(s)`"""
    return escaped(s, False)


def ascii_text(s: str) -> str:
    """`ascii(s)`"""
    return escaped(s, True)


def escaped(s: str, ascii: bool) -> str:
    n = npc.size(s)
    quote = 39
    for i in range(n):
        if npc.byte(s, i) == 34:
            quote = 39
            break
        if npc.byte(s, i) == 39:
            quote = 34
    out = npc.bytes(10 * n + 2)
    npc.poke(out, 0, quote)
    at = 1
    i = 0
    while i < n:
        c = code_at(s, i)
        i = i + width_at(s, i)
        letter = 116 if c == 9 else (110 if c == 10 else (114 if c == 13 else (c if c == 92 or c == quote else 0)))
        if letter != 0:
            npc.poke(out, at, 92)
            npc.poke(out, at + 1, letter)
            at = at + 2
        elif c < 32 or c == 127 or (c > 127 and (ascii or not is_printable(c))):
            at = put_escape(out, at, c)
        else:
            at = put_code(out, at, c)
    npc.poke(out, at, quote)
    return npc.text(out, at + 1)


def put_escape(out, at: int, c: int) -> int:
    """`\\x7f`, `\\u200b`, `\\U0001f600`"""
    digits = 2 if c < 0x100 else (4 if c < 0x10000 else 8)
    npc.poke(out, at, 92)
    npc.poke(out, at + 1, 120 if digits == 2 else (117 if digits == 4 else 85))
    at = at + 2
    k = digits - 1
    while k >= 0:
        digit = c >> 4 * k & 15
        npc.poke(out, at, digit + (48 if digit < 10 else 87))
        at = at + 1
        k = k - 1
    return at


def is_printable(c: int) -> bool:
    """What `repr` shows as it is, for the code points beyond ASCII that have a meaning: no separators, no controls."""
    if c < 0xa1 or c == 0xad:
        return False
    if c >= 0x2000 and c <= 0x206f:
        return not (c <= 0x200f or (c >= 0x2028 and c <= 0x202f) or c >= 0x205f)
    if c == 0x1680 or c == 0x3000 or c == 0xfeff or (c >= 0xd800 and c <= 0xf8ff) or (c >= 0xfff0 and c <= 0xfffb):
        return False
    return c < 0xe0000
