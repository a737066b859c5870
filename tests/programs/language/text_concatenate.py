# Strings add and repeat.


def both(a, b):
    return a + b, b + a, a + "x" + b


def add(a, b):
    a += b
    a += "!"
    return a


def repeat(s, n):
    return s * n, n * s, "ab" * n


def rule(n):
    return "-" * 10 + "=" * n


# run: both("", "")
# run: both("ä", "bc")
# run: add("日", "本")
# run: repeat("ab", 3)
# run: repeat("ä", 0)
# run: repeat("x", -1)
# run: repeat("", 1000000)
# run: rule(3)
