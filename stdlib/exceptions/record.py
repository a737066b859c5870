"""Exceptions as values: copies of the error record, which lies in the context and holds one exception at a time.

Words 0 to 9 are the site, the position and the arguments of the message, the next 17 the trace. Then comes the text of
the message, where it is made at run time: its number of bytes, and the bytes, eight in a word.
"""
import npc


@npc.compiled
def caught():
    """A copy of the error record."""
    record = _record(npc.message(), npc.message_size())
    for k in range(10):
        record[k] = npc.context_word(8 * k)
    for k in range(17):
        record[10 + k] = npc.context_word(176 + 8 * k)
    return record


@npc.compiled
def made(site, text):
    """An exception that has not been raised yet."""
    record = _record(text, npc.size(text))
    record[:27] = 0
    record[0] = site
    return record


@npc.compiled
def restore(record):
    """Makes the exception the one that is raised."""
    for k in range(10):
        npc.set_context_word(8 * k, record[k])
    for k in range(17):
        npc.set_context_word(176 + 8 * k, record[10 + k])
    size = record[27]
    if size > 0:
        _write(record, npc.new_message(size), size)


@npc.compiled
def text_of(record):
    """The text of the message."""
    size = record[27]
    text = npc.bytes(size)
    _write(record, text, size)
    return npc.text(text, size)


def _record(text, size):
    words = (size + 7) // 8
    record = npc.empty((28 + words,), npc.dtype(0))
    record[27] = size
    for k in range(words):
        word = npc.int64(0)
        for j in range(min(8, size - 8 * k)):
            word = word | npc.int64(npc.peek(text, 8 * k + j)) << npc.int64(8 * j)
        record[28 + k] = word
    return record


def _write(record, text, size):
    for k in range(size):
        npc.poke(text, k, npc.shr_u(record[28 + k // 8], 8 * (k % 8)) & 255)
