# Formatting with the percent sign.


def several(n, x, s):
    return "%d|%5d|%-5d|%05d|%+d|% d" % (n, n, n, n, n, n), "%s %r %10s|%-6s|%.1s" % (s, s, s, s, s), "%f %.2f %8.3f|%e %g %%" % (x, x, x, x, x)


def bases(n):
    return "%x %X %o %#x %#o %08x %.5d %+.3d|%8.3d|%-8.3d|" % (n, n, n, n, n, n, n, n, n, n)


def single(x):
    return "value: %s" % x, "%6.2f" % x, "%d" % x


def character(n):
    return "%c%c" % (n, "z")


def star(x):
    return "%*d|%-*d|%.*f" % (5, x, 6, x, 2, x)


def too_few(n):
    return "%d %d" % (n,)


def too_many(n):
    return "%d" % (n, n)


def wrong(s):
    return "%d" % s


def unknown(n):
    return "%q" % n


# run: several(42, 3.14159, "häß")
# run: several(-7, -0.0, "it's")
# run: bases(255)
# run: bases(-255)
# run: single(2.5)
# run: single(3)
# run: character(65)
# run: star(3)
# raises: TypeError: not enough arguments for format string
# run: too_few(1)
# raises: TypeError: not all arguments converted during string formatting
# run: too_many(1)
# raises: TypeError: %d format: a real number is required, not str
# run: wrong("a")
# raises: ValueError: unsupported format character 'q' (0x71) at index 1
# run: unknown(1)
