"""Exceptions as values: copies of the error record, which lies in the context and holds one exception at a time.

Words 0 to 9 are the site, the position and the arguments of the message; the rest is the trace.
"""
import npc


@npc.compiled
def caught():
    """A copy of the error record."""
    record = npc.empty((28,), npc.dtype(0))
    for k in range(10):
        record[k] = npc.context_word(8 * k)
    for k in range(18):
        record[10 + k] = npc.context_word(176 + 8 * k)
    return record


@npc.compiled
def restore(record):
    """Makes the exception the one that is raised."""
    for k in range(10):
        npc.set_context_word(8 * k, record[k])
    for k in range(18):
        npc.set_context_word(176 + 8 * k, record[10 + k])
