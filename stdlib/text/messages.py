"""Texts of exceptions that have been caught. A record with text has its length in word 28, and its bytes from word 29 on."""
import npc


def caught():
    """A copy of the error record, with the text of its message."""
    n = 0
    if npc.context_word(312) != 0:
        n = npc.context_word(320)
    record = npc.limbs(29 + (n + 7) // 8)
    for k in range(10):
        npc.poke(record, k, npc.context_word(8 * k))
    for k in range(17):
        npc.poke(record, 10 + k, npc.context_word(176 + 8 * k))
    npc.poke(record, 28, n)
    text = npc.message()
    for i in range(n):
        at = 29 + i // 8
        word = 0 if i % 8 == 0 else npc.peek(record, at)
        npc.poke(record, at, word | npc.peek(text, i) << i % 8 * 8)
    return record


def restore(record):
    """Makes the exception the one that is raised."""
    for k in range(10):
        npc.set_context_word(8 * k, npc.peek(record, k))
    for k in range(17):
        npc.set_context_word(176 + 8 * k, npc.peek(record, 10 + k))
    if record.shape[0] > 28:
        n = npc.peek(record, 28)
        text = npc.new_message(n)
        for i in range(n):
            npc.poke(text, i, text_byte(record, i))


def text_byte(record, i: int) -> int:
    return npc.peek(record, 29 + i // 8) >> i % 8 * 8 & 255


def exception_text(record) -> str:
    """`str(e)`: the message of the site with its arguments."""
    sites = npc.site_table()
    site = (npc.peek(record, 0) & 0xffffffff) - 1
    if site == 0xfffffffe:
        return ""
    if site == 0xfffffffd:
        return "maximum recursion depth exceeded"
    at = npc.peek(sites, 4 * site) | npc.peek(sites, 4 * site + 1) << 8 | npc.peek(sites, 4 * site + 2) << 16
    out = npc.bytes(64)
    size = 0
    while True:
        c = npc.peek(sites, at)
        at = at + 1
        if c == 0xff:
            return npc.text(out, size)
        if c == 0xf6:
            n = npc.peek(record, 28)
            out = room(out, size, n + 1)
            for i in range(n):
                npc.poke(out, size + i, text_byte(record, i))
            size = size + n
        elif c >= 0xf7:
            piece = int_text(npc.peek(record, 2 + c - 0xf7))
            out = room(out, size, npc.size(piece) + 1)
            size = put_text(out, size, piece)
        else:
            out = room(out, size, 1)
            npc.poke(out, size, c)
            size = size + 1
