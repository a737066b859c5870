# str.format with a template that is known.


def formatted(a, b):
    return (
        "{} and {}".format(a, b),
        "{1} {0} {1}".format(a, b),
        "{x:.2f}|{y:>5}".format(x=a, y=b),
        "{0:{1}}|".format(a, b),
        "{{}} {}".format(a),
        "{!r} {!s:>4}".format("q", b),
    )


def indexed(p):
    return "{0[0]} {0[1]}".format(p), "{p[1]:.1f}".format(p=p)


def missing(a):
    return "{} {}".format(a)


def unknown(a):
    return "{x}".format(y=a)


def open_brace(a):
    return "{".format(a)


def close_brace(a):
    return "}".format(a)


# run: formatted(1.5, 8)
# run: indexed((1, 2.5))
# raises: IndexError: Replacement index 1 out of range for positional args tuple
# run: missing(1)
# raises: KeyError: 'x'
# run: unknown(1)
# raises: ValueError: Single '{' encountered in format string
# run: open_brace(1)
# raises: ValueError: Single '}' encountered in format string
# run: close_brace(1)
