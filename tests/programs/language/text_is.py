# Questions about all characters of a string.


def ask(s):
    return s.isdigit(), s.isalpha(), s.isspace(), s.isalnum(), s.isupper(), s.islower(), s.istitle(), s.isascii(), s.isdecimal(), s.isnumeric(), s.isidentifier(), s.isprintable()


def digits(s):
    return s.isdigit(), s.isdecimal(), s.isalpha(), s.isalnum(), s.isspace(), s.upper()


# run: ask("")
# run: ask("123")
# run: ask("abc")
# run: ask("ABC1")
# run: ask(" \t\n")
# run: ask("a b")
# run: ask("ñandú")
# run: ask("x²")
# run: ask("½")
# run: ask("Title Case")
# run: ask("_x1")
# run: ask("1x")
# run: ask("\x7f")
# run: ask("ΑΒΓ")
# run: digits("日本1")
# run: digits("一")
