# upper, lower, title, capitalize and swapcase know Latin, Greek and Cyrillic.


def ask(s):
    return s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase()


# run: ask("")
# run: ask("hello World 1a")
# run: ask("straße ÄÖÜ ñ ÿ")
# run: ask("Ελλάς ΣΑΣ Σ")
# run: ask("Привет МИР ё")
# run: ask("they're bill's")
# run: ask("日本 x")
# run: ask("ĲŁź")
