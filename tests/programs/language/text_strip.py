# strip, lstrip and rstrip take white space or the given characters away.


def ask(s):
    return s.strip(), s.lstrip(), s.rstrip(), s.strip("xy"), s.lstrip("ä"), s.rstrip("日x"), s.strip("")


# run: ask("")
# run: ask("  a b \t\n")
# run: ask("xyxayx")
# run: ask("ääbä")
# run: ask("x日x日")
# run: ask("\u3000a\u2003")
# run: ask("   ")
