# Literals of every form.


def ints():
    return 0, 1_000_000, 0xFF, 0b1011, 0o17, 9223372036854775807


def floats():
    return 0.1, 1e-308, 5e-324, 1.7976931348623157e308, 1e400, 2.5e-3, 3.0


def negative():
    return -9223372036854775808, -0.0, -1, -2**2


def folded():
    return 1 + 2 * 3, 7 // 2, -7 % 3, 2**10, 0.1 + 0.2, 1 / 3, 1 << 10


# run: ints()
# run: floats()
# run: negative()
# run: folded()
