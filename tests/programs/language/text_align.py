# ljust, rjust, center, zfill and expandtabs.


def align(s, n):
    return s.ljust(n) + "|", s.rjust(n), s.center(n) + "|", s.zfill(n)


def filled(s, n, c):
    return s.ljust(n, c), s.rjust(n, c), s.center(n, c)


def tabs(s):
    return s.expandtabs(), s.expandtabs(4), s.expandtabs(0)


# run: align("ab", 5)
# run: align("abc", 6)
# run: align("abcdef", 3)
# run: align("-12", 6)
# run: align("+äx", 7)
# run: align("", 2)
# run: filled("日", 4, "*")
# run: filled("ab", 5, "é")
# raises: TypeError: The fill character must be exactly one character long
# run: filled("ab", 5, "xy")
# run: tabs("a\tb\tcdefghij\tk\n\tx")
