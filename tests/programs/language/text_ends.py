# startswith, endswith, removeprefix and removesuffix.


def ends(s, t):
    return s.startswith(t), s.endswith(t), s.removeprefix(t), s.removesuffix(t)


def several(s):
    return s.startswith(("a", "ä")), s.endswith((".py", ".pyi")), s.startswith("b", 1), s.endswith("b", 0, 2)


# run: ends("banana", "ba")
# run: ends("banana", "na")
# run: ends("a", "")
# run: ends("", "a")
# run: ends("日本", "日")
# run: several("ab.py")
# run: several("äb")
# run: several("")
