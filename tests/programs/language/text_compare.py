# Comparisons go by code points.


def compare(a, b):
    return a == b, a != b, a < b, a <= b, a > b, a >= b


def chain(a):
    return "a" < a < "c", a == "b" or a == "q"


def with_others(s):
    return s == 1, s != None, s == ("a",)


# run: compare("", "")
# run: compare("a", "b")
# run: compare("abc", "ab")
# run: compare("Z", "a")
# run: compare("ä", "z")
# run: compare("\uffff", "\U00010000")
# run: compare("abc", "abc")
# run: chain("b")
# run: chain("q")
# run: with_others("a")
