"""Strings into lists and back, and the text of containers."""
import npc


def split(s: str, sep=None, maxsplit: int = -1) -> list:
    """`s.split(sep, maxsplit)`"""
    parts = npc.new_texts()
    n = npc.size(s)
    at = 0
    if sep is None:
        while True:
            while at < n and is_space(code_at(s, at)):
                at = at + width_at(s, at)
            if at >= n:
                return parts
            if maxsplit == 0:
                parts.append(npc.part(s, at, n))
                return parts
            end = at
            while end < n and not is_space(code_at(s, end)):
                end = end + width_at(s, end)
            parts.append(npc.part(s, at, end))
            maxsplit = maxsplit - 1
            at = end
    else:
        step = npc.size(separator(sep))
        while maxsplit != 0:
            end = find_bytes(s, sep, at, n)
            if end < 0:
                break
            parts.append(npc.part(s, at, end))
            at = end + step
            maxsplit = maxsplit - 1
        parts.append(npc.part(s, at, n))
    return parts


def rsplit(s: str, sep=None, maxsplit: int = -1) -> list:
    """`s.rsplit(sep, maxsplit)`"""
    parts = npc.new_texts()
    end = npc.size(s)
    if sep is None:
        while True:
            while end > 0 and is_space(code_at(s, before(s, end))):
                end = before(s, end)
            if end == 0:
                break
            if maxsplit == 0:
                parts.append(npc.part(s, 0, end))
                break
            at = end
            while at > 0 and not is_space(code_at(s, before(s, at))):
                at = before(s, at)
            parts.append(npc.part(s, at, end))
            maxsplit = maxsplit - 1
            end = at
    else:
        step = npc.size(separator(sep))
        while maxsplit != 0:
            at = rfind_bytes(s, sep, 0, end)
            if at < 0:
                break
            parts.append(npc.part(s, at + step, end))
            end = at
            maxsplit = maxsplit - 1
        parts.append(npc.part(s, 0, end))
    parts.reverse()
    return parts


def before(s: str, at: int) -> int:
    """Where the code point that ends here starts."""
    at = at - 1
    while at > 0 and npc.byte(s, at) & 0xc0 == 0x80:
        at = at - 1
    return at


def splitlines(s: str, keepends: bool = False) -> list:
    """`s.splitlines(keepends)`"""
    parts = npc.new_texts()
    n = npc.size(s)
    start = 0
    at = 0
    while at < n:
        c = code_at(s, at)
        end = at
        at = at + width_at(s, at)
        if (c >= 10 and c <= 13) or (c >= 28 and c <= 30) or c == 0x85 or c == 0x2028 or c == 0x2029:
            if c == 13 and at < n and npc.byte(s, at) == 10:
                at = at + 1
            parts.append(npc.part(s, start, at if keepends else end))
            start = at
    if start < n:
        parts.append(npc.part(s, start, n))
    return parts


def join_list(sep: str, parts) -> str:
    """`sep.join(parts)`"""
    size = 0
    for i in range(parts.n):
        size = size + npc.size(npc.cell(parts.cells, i))
    if parts.n > 1:
        size = size + npc.size(sep) * (parts.n - 1)
    out = npc.bytes(size)
    at = 0
    for i in range(parts.n):
        if i > 0:
            at = put_text(out, at, sep)
        at = put_text(out, at, npc.cell(parts.cells, i))
    return npc.text(out, size)


def list_text(items) -> str:
    """`repr` of a list."""
    out = npc.bytes(64)
    npc.poke(out, 0, 91)
    at = 1
    for i in range(items.n):
        piece = repr(npc.cell(items.cells, i))
        out = room(out, at, npc.size(piece) + 3)
        if i > 0:
            at = put_text(out, at, ", ")
        at = put_text(out, at, piece)
    npc.poke(out, at, 93)
    return npc.text(out, at + 1)


def dict_text(items) -> str:
    """`repr` of a dict."""
    out = npc.bytes(64)
    npc.poke(out, 0, 123)
    at = 1
    for i in range(items.used):
        code, key, value = npc.cell(items.entries, i)
        if code != -1:
            left = repr(key)
            right = repr(value)
            out = room(out, at, npc.size(left) + npc.size(right) + 5)
            if at > 1:
                at = put_text(out, at, ", ")
            at = put_text(out, put_text(out, put_text(out, at, left), ": "), right)
    npc.poke(out, at, 125)
    return npc.text(out, at + 1)


def room(out, at: int, more: int):
    """The bytes written so far in an array that has room for more."""
    if at + more <= out.shape[0]:
        return out
    larger = npc.bytes((at + more) * 2)
    for i in range(at):
        npc.poke(larger, i, npc.peek(out, i))
    return larger
