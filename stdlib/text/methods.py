"""Methods of strings, by their names. Places inside are in bytes, those of users in code points."""
import npc


def upper(s: str) -> str:
    return changed(s, 0)


def lower(s: str) -> str:
    return changed(s, 1)


def title(s: str) -> str:
    return changed(s, 2)


def capitalize(s: str) -> str:
    return changed(s, 3)


def swapcase(s: str) -> str:
    return changed(s, 4)


def changed(s: str, how: int) -> str:
    """Upper case, lower case, title, capital first letter, swapped."""
    n = npc.size(s)
    out = npc.bytes(3 * n)
    at = 0
    i = 0
    after_cased = False
    while i < n:
        c = code_at(s, i)
        wide = width_at(s, i)
        to_upper = how == 0
        if how == 2:
            to_upper = not after_cased
        elif how == 3:
            to_upper = i == 0
        elif how == 4:
            to_upper = lower_of(c) == c and c != 0x130
        if to_upper and c == 0xdf:
            # The one letter here that becomes two.
            npc.poke(out, at, 83)
            npc.poke(out, at + 1, 115 if how == 2 or how == 3 else 83)
            at = at + 2
        elif not to_upper and c == 0x130:
            at = put_code(out, put_code(out, at, 105), 0x307)
        elif not to_upper and c == 0x3a3:
            # A sigma at the end of a word has a form of its own.
            last = after_letter(s, i) and not before_letter(s, i + wide)
            at = put_code(out, at, 0x3c2 if last else 0x3c3)
        else:
            at = put_code(out, at, upper_of(c) if to_upper else lower_of(c))
        after_cased = is_cased(c)
        i = i + wide
    return npc.text(out, at)


def after_letter(s: str, at: int) -> bool:
    """A letter with two cases stands before this place, perhaps with an apostrophe or a point between."""
    while at > 0:
        at = at - 1
        while at > 0 and npc.byte(s, at) & 0xc0 == 0x80:
            at = at - 1
        c = code_at(s, at)
        if not is_passed(c):
            return is_cased(c)
    return False


def before_letter(s: str, at: int) -> bool:
    while at < npc.size(s):
        c = code_at(s, at)
        if not is_passed(c):
            return is_cased(c)
        at = at + width_at(s, at)
    return False


def is_passed(c: int) -> bool:
    return c == 39 or c == 46 or c == 58 or c == 94 or c == 96 or c == 0xa8 or c == 0xad or c == 0xaf or c == 0xb4 or (
        c == 0xb7 or c == 0xb8 or c == 0x2019 or (c >= 0x300 and c < 0x370)
    )


def strip(s: str, chars=None, /) -> str:
    return stripped(s, chars, True, True)


def lstrip(s: str, chars=None, /) -> str:
    return stripped(s, chars, True, False)


def rstrip(s: str, chars=None, /) -> str:
    return stripped(s, chars, False, True)


def stripped(s: str, chars, left: bool, right: bool) -> str:
    start = 0
    end = npc.size(s)
    while left and start < end and goes(s, start, chars):
        start = start + width_at(s, start)
    while right and end > start:
        last = end - 1
        while last > start and npc.byte(s, last) & 0xc0 == 0x80:
            last = last - 1
        if not goes(s, last, chars):
            break
        end = last
    return npc.part(s, start, end)


def goes(s: str, at: int, chars) -> bool:
    if chars is None:
        return is_space(code_at(s, at))
    else:
        return find_bytes(chars, npc.part(s, at, at + width_at(s, at)), 0, npc.size(chars)) >= 0


def find_bytes(s: str, part: str, start: int, end: int) -> int:
    """Where a part stands first between two places, or -1."""
    last = end - npc.size(part)
    while start <= last:
        if matches(s, part, start):
            return start
        start = start + 1
    return -1


def rfind_bytes(s: str, part: str, start: int, end: int) -> int:
    at = end - npc.size(part)
    while at >= start:
        if matches(s, part, at):
            return at
        at = at - 1
    return -1


def contains(s: str, part: str) -> bool:
    """`part in s`"""
    return find_bytes(s, part, 0, npc.size(s)) >= 0


def find(s: str, sub: str, start=None, end=None, /) -> int:
    return found(s, sub, start, end, False)


def rfind(s: str, sub: str, start=None, end=None, /) -> int:
    return found(s, sub, start, end, True)


def found(s: str, sub: str, start, end, from_right: bool) -> int:
    low, high = bounds(s, start, end)
    if low < 0:
        return -1
    at = rfind_bytes(s, sub, low, high) if from_right else find_bytes(s, sub, low, high)
    return at if at < 0 else count_between(s, 0, at)


def bounds(s: str, start, end) -> tuple:
    """The places of `s[start:end]`; -1 if it would end before it starts, where not even nothing is found."""
    if start is None and end is None:
        return 0, npc.size(s)
    else:
        count = length(s)
        first = 0 if start is None else (start if start >= 0 else (start + count if start + count > 0 else 0))
        last = count if end is None else clipped(end, count, 1)
        if first > last:
            return -1, 0
        return place_of(s, first), place_of(s, last)


def index(s: str, sub: str, start=None, end=None, /) -> int:
    at = found(s, sub, start, end, False)
    if at < 0:
        raise ValueError("substring not found")
    return at


def rindex(s: str, sub: str, start=None, end=None, /) -> int:
    at = found(s, sub, start, end, True)
    if at < 0:
        raise ValueError("substring not found")
    return at


def count(s: str, sub: str, start=None, end=None, /) -> int:
    low, high = bounds(s, start, end)
    return 0 if low < 0 else count_text(npc.part(s, low, high), sub)


def count_text(s: str, sub: str) -> int:
    if npc.size(sub) == 0:
        return length(s) + 1
    total = 0
    at = 0
    while True:
        at = find_bytes(s, sub, at, npc.size(s))
        if at < 0:
            return total
        total = total + 1
        at = at + npc.size(sub)


@npc.inline
def startswith(s, prefix, start=None, end=None, /):
    if npc.is_tuple(prefix):
        result = False
        for one in prefix:
            result = result or starts_text(s, one, start, end)
        return result
    else:
        return starts_text(s, prefix, start, end)


@npc.inline
def endswith(s, suffix, start=None, end=None, /):
    if npc.is_tuple(suffix):
        result = False
        for one in suffix:
            result = result or ends_text(s, one, start, end)
        return result
    else:
        return ends_text(s, suffix, start, end)


def starts_text(s: str, prefix: str, start, end) -> bool:
    low, high = bounds(s, start, end)
    return low >= 0 and npc.size(prefix) <= high - low and matches(s, prefix, low)


def ends_text(s: str, suffix: str, start, end) -> bool:
    low, high = bounds(s, start, end)
    return low >= 0 and npc.size(suffix) <= high - low and matches(s, suffix, high - npc.size(suffix))


def removeprefix(s: str, prefix: str, /) -> str:
    if npc.size(prefix) <= npc.size(s) and matches(s, prefix, 0):
        return npc.part(s, npc.size(prefix), npc.size(s))
    return s


def removesuffix(s: str, suffix: str, /) -> str:
    rest = npc.size(s) - npc.size(suffix)
    if rest >= 0 and matches(s, suffix, rest):
        return npc.part(s, 0, rest)
    return s


def replace(s: str, old: str, new: str, /, count: int = -1) -> str:
    n = npc.size(s)
    step = npc.size(old)
    most = length(s) + 1 if step == 0 else count_text(s, old)
    if count >= 0 and count < most:
        most = count
    if most == 0:
        return s
    out = npc.bytes(n + most * (npc.size(new) - step))
    at = 0
    i = 0
    while i < n or most > 0:
        if most > 0 and i + step <= n and matches(s, old, i):
            at = put_text(out, at, new)
            most = most - 1
            i = i + step
            if step > 0:
                continue
        if i >= n:
            break
        wide = width_at(s, i)
        for k in range(i, i + wide):
            npc.poke(out, at, npc.byte(s, k))
            at = at + 1
        i = i + wide
    return npc.text(out, at)


def zfill(s: str, width: int, /) -> str:
    c = npc.byte(s, 0) if npc.size(s) > 0 else 0
    if c == 43 or c == 45:
        missing = width - length(s)
        if missing <= 0:
            return s
        rest = npc.part(s, 1, npc.size(s))
        return concat(npc.part(s, 0, 1), padded(rest, 48, 62, missing + length(rest)))
    return padded(s, 48, 62, width)


def ljust(s: str, width: int, fillchar: str = " ", /) -> str:
    return padded(s, one_character(fillchar), 60, width)


def rjust(s: str, width: int, fillchar: str = " ", /) -> str:
    return padded(s, one_character(fillchar), 62, width)


def center(s: str, width: int, fillchar: str = " ", /) -> str:
    fill = one_character(fillchar)
    missing = width - length(s)
    if missing <= 0:
        return s
    # CPython puts the odd one to the left of an odd width.
    left = missing // 2 + (missing & width & 1)
    return padded(padded(s, fill, 62, width - missing + left), fill, 60, width)


def one_character(s: str) -> int:
    if npc.size(s) == 0 or width_at(s, 0) < npc.size(s):
        raise TypeError("The fill character must be exactly one character long")
    return code_at(s, 0)


def partition(s: str, sep: str, /) -> tuple:
    at = find_bytes(s, separator(sep), 0, npc.size(s))
    if at < 0:
        return s, "", ""
    return npc.part(s, 0, at), sep, npc.part(s, at + npc.size(sep), npc.size(s))


def rpartition(s: str, sep: str, /) -> tuple:
    at = rfind_bytes(s, separator(sep), 0, npc.size(s))
    if at < 0:
        return "", "", s
    return npc.part(s, 0, at), sep, npc.part(s, at + npc.size(sep), npc.size(s))


def separator(sep: str) -> str:
    if npc.size(sep) == 0:
        raise ValueError("empty separator")
    return sep


def expandtabs(s: str, /, tabsize: int = 8) -> str:
    out = npc.bytes(npc.size(s) * (tabsize if tabsize > 1 else 1))
    at = 0
    column = 0
    for i in range(npc.size(s)):
        c = npc.byte(s, i)
        if c == 9:
            if tabsize > 0:
                missing = tabsize - column % tabsize
                column = column + missing
                for k in range(missing):
                    npc.poke(out, at, 32)
                    at = at + 1
        else:
            npc.poke(out, at, c)
            at = at + 1
            if c & 0xc0 != 0x80:
                column = column + 1
            if c == 10 or c == 13:
                column = 0
    return npc.text(out, at)


def isdigit(s: str) -> bool:
    return all_are(s, 0)


def isdecimal(s: str) -> bool:
    return all_are(s, 1)


def isnumeric(s: str) -> bool:
    return all_are(s, 2)


def isalpha(s: str) -> bool:
    return all_are(s, 3)


def isalnum(s: str) -> bool:
    return all_are(s, 4)


def isspace(s: str) -> bool:
    return all_are(s, 5)


def isprintable(s: str) -> bool:
    return npc.size(s) == 0 or all_are(s, 6)


def isascii(s: str) -> bool:
    for i in range(npc.size(s)):
        if npc.byte(s, i) >= 128:
            return False
    return True


def isidentifier(s: str) -> bool:
    i = 0
    while i < npc.size(s):
        c = code_at(s, i)
        if c != 95 and not is_alpha(c) and (i == 0 or not is_numeric(c, 1)):
            return False
        i = i + width_at(s, i)
    return i > 0


def all_are(s: str, what: int) -> bool:
    i = 0
    while i < npc.size(s):
        c = code_at(s, i)
        fits = False
        if what < 3:
            fits = is_numeric(c, what)
        elif what == 3:
            fits = is_alpha(c)
        elif what == 4:
            fits = is_alpha(c) or is_numeric(c, 2)
        elif what == 5:
            fits = is_space(c)
        else:
            fits = c >= 32 and c < 127 or (c > 127 and is_printable(c))
        if not fits:
            return False
        i = i + width_at(s, i)
    return i > 0


def isupper(s: str) -> bool:
    return case_of(s) == 2


def islower(s: str) -> bool:
    return case_of(s) == 1


def case_of(s: str) -> int:
    """1 if all letters with two cases are lower case, 2 if all are upper case, 0 if there is none, 3 if there are both."""
    seen = 0
    i = 0
    while i < npc.size(s):
        c = code_at(s, i)
        if is_cased(c):
            seen = seen | (1 if lower_of(c) == c and c != 0x130 else 2)
        i = i + width_at(s, i)
    return seen


def istitle(s: str) -> bool:
    i = 0
    some = False
    after = False
    while i < npc.size(s):
        c = code_at(s, i)
        cased = is_cased(c)
        if cased:
            some = True
            if (lower_of(c) != c or c == 0x130) == after:
                return False
        after = cased
        i = i + width_at(s, i)
    return some


def is_space(c: int) -> bool:
    return c == 32 or (c >= 9 and c <= 13) or (c >= 28 and c <= 31) or c == 0x85 or c == 0xa0 or (
        c == 0x1680 or (c >= 0x2000 and c <= 0x200a) or c == 0x2028 or c == 0x2029 or c == 0x202f or c == 0x205f or c == 0x3000
    )


def is_numeric(c: int, level: int) -> bool:
    """A digit; on level 1 of a decimal number, on level 2 fractions too."""
    if c < 128:
        return c >= 48 and c <= 57
    known(c)
    if c >= 0x3041 and c < 0x1f300:
        if level < 2:
            return False
        raise NotImplementedError("which of these letters are numbers is not known here")
    if c == 0xb2 or c == 0xb3 or c == 0xb9:
        return level != 1
    return level == 2 and c >= 0xbc and c <= 0xbe


def is_alpha(c: int) -> bool:
    if c < 128:
        return (c | 32) >= 97 and (c | 32) <= 122
    known(c)
    if c < 0x250:
        return c == 0xaa or c == 0xb5 or c == 0xba or (c >= 0xc0 and c != 0xd7 and c != 0xf7)
    if c < 0x370:
        return c < 0x2b0
    if c >= 0x370 and c < 0x400:
        return c != 0x375 and c != 0x37e and c != 0x384 and c != 0x385 and c != 0x387 and c != 0x3f6 and (
            c != 0x378 and c != 0x379 and (c < 0x380 or c > 0x383) and c != 0x38b and c != 0x38d and c != 0x3a2
        )
    if c < 0x530:
        return c < 0x482 or c > 0x489
    return c >= 0x3041 and c < 0x1f300 and c != 0x3097 and c != 0x3098 and (c < 0x3099 or c > 0x309c) and c != 0x30a0 and c != 0x30fb


def known(c: int):
    """What is said of letters holds for Latin, Greek, Cyrillic, kana, Han and Hangul, and for signs that are no letters."""
    latin = c < 0x2b0 or (c >= 0x300 and c < 0x530 and c != 0x345)
    sign = (c >= 0x2000 and c < 0x2070) or (c >= 0x20a0 and c < 0x20c0) or (c >= 0x2190 and c < 0x2460)
    sign = sign or (c >= 0x2500 and c < 0x2700) or (c >= 0x1f300 and c < 0x1fb00)
    asia = (c >= 0x3041 and c < 0x3100) or (c >= 0x4e00 and c < 0xa000) or (c >= 0xac00 and c < 0xd7a4)
    if not (latin or sign or asia):
        raise NotImplementedError(concat3("letters like ", repr_text(chr_text(c)), " are not known here"))


def is_cased(c: int) -> bool:
    if c < 128:
        return (c | 32) >= 97 and (c | 32) <= 122
    known(c)
    if c == 0xaa or c == 0xba or c == 0xdf or c == 0x130 or c == 0x138 or c == 0x149 or c == 0x18d or c == 0x19b or c == 0x37a:
        return True
    if c == 0x1aa or c == 0x1ab or c == 0x1ba or (c >= 0x221 and c < 0x2b0 and c != 0x294) or c == 0x3fc or c == 0x390 or c == 0x3b0:
        return True
    return lower_of(c) != c or upper_of(c) != c or c == 0x1f0


def upper_of(c: int) -> int:
    if c < 128:
        return c - 32 if c >= 97 and c <= 122 else c
    known(c)
    if c < 0x100:
        if c == 0xb5:
            return 0x39c
        if c == 0xff:
            return 0x178
        return c - 32 if c >= 0xe0 and c != 0xf7 else c
    if c < 0x180:
        if c == 0x131:
            return 73
        if c == 0x17f:
            return 83
        if c == 0x149:
            raise NotImplementedError("this letter has no upper case of one letter")
        if (c >= 0x139 and c < 0x149) or c > 0x178:
            return c - 1 if c & 1 == 0 and c > 0x139 else c
        return c - 1 if c & 1 == 1 and c != 0x131 and c != 0x149 else c
    if c < 0x370:
        if c < 0x2b0:
            raise NotImplementedError("the case of this letter is not known here")
        return c
    if c < 0x400:
        if c >= 0x3b1 and c <= 0x3cb:
            return 0x3a3 if c == 0x3c2 else c - 32
        if c == 0x3ac:
            return 0x386
        if c >= 0x3ad and c <= 0x3af:
            return c - 37
        if c == 0x3cc:
            return 0x38c
        if c == 0x3cd or c == 0x3ce:
            return c - 63
        if c >= 0x3cf or c == 0x390 or c == 0x3b0 or c < 0x386:
            raise NotImplementedError("the case of this letter is not known here")
        return c
    if c < 0x530:
        if c >= 0x430 and c < 0x450:
            return c - 32
        if c >= 0x450 and c < 0x460:
            return c - 80
        if c >= 0x460 and not (c >= 0x482 and c < 0x48a):
            if c >= 0x4c0 and c < 0x4d0:
                return 0x4c0 if c == 0x4cf else (c - 1 if c & 1 == 0 and c != 0x4c0 else c)
            return c - 1 if c & 1 == 1 else c
    return c


def lower_of(c: int) -> int:
    if c < 128:
        return c + 32 if c >= 65 and c <= 90 else c
    known(c)
    if c < 0x100:
        return c + 32 if c >= 0xc0 and c <= 0xde and c != 0xd7 else c
    if c < 0x180:
        if c == 0x178:
            return 0xff
        if c == 0x130 or c == 0x17f or c == 0x138 or c == 0x149:
            return c
        if (c >= 0x139 and c < 0x149) or c > 0x178:
            return c + 1 if c & 1 == 1 else c
        return c + 1 if c & 1 == 0 else c
    if c < 0x370:
        if c < 0x2b0:
            raise NotImplementedError("the case of this letter is not known here")
        return c
    if c < 0x400:
        if c >= 0x391 and c <= 0x3ab and c != 0x3a2:
            return c + 32
        if c == 0x386:
            return 0x3ac
        if c >= 0x388 and c <= 0x38a:
            return c + 37
        if c == 0x38c:
            return 0x3cc
        if c == 0x38e or c == 0x38f:
            return c + 63
        if c >= 0x3cf or c < 0x386:
            raise NotImplementedError("the case of this letter is not known here")
        return c
    if c < 0x530:
        if c < 0x410:
            return c + 80
        if c < 0x430:
            return c + 32
        if c >= 0x460 and not (c >= 0x482 and c < 0x48a):
            if c >= 0x4c0 and c < 0x4d0:
                return 0x4cf if c == 0x4c0 else (c + 1 if c & 1 == 1 and c != 0x4cf else c)
            return c + 1 if c & 1 == 0 else c
    return c
