# repr of strings quotes and escapes.


def shown(s):
    return repr(s), ascii(s), f"{s!r}", f"{s!a}", f"{s!s}"


def nested(s):
    return str((s, 1)), f"{(s,)}", str([s, "b"])


# run: shown("")
# run: shown("it's")
# run: shown('say "hi"')
# run: shown("both ' and \"")
# run: shown("a\\b\n\t\r\x00\x7f")
# run: shown("häß日😀")
# run: shown("\u200b\xa0\xad")
# run: nested("x'y")
