"""What is printed, and messages of exceptions: bytes in buffers of the context."""
import npc


def write(s: str):
    """Appends to the printed text."""
    n = npc.size(s)
    at = npc.printed()
    if at + n > npc.print_capacity():
        grow(at, at + n)
    put_text(npc.print_buffer(), at, s)
    npc.set_printed(at + n)


def grow(used: int, needed: int):
    """Moves the printed text to a larger buffer."""
    old = npc.print_buffer()
    capacity = npc.print_capacity() * 2
    held = npc.replace_print_buffer(capacity if capacity > needed else needed + 1024)
    new = npc.print_buffer()
    for i in range(used):
        npc.poke(new, i, npc.peek(old, i))
    npc.release(held)


def set_message(s: str):
    """Makes a text the message of the exception that is raised next."""
    put_text(npc.new_message(npc.size(s)), 0, s)
