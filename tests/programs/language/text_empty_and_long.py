# Empty strings everywhere, and strings that grow.


def grown(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    return len(s), s[:5], s[-3:], s.count("a"), s.find("z"), s.rfind("a")


def doubled(n):
    s = "é"
    for _ in range(n):
        s = s + s
    return len(s), s[len(s) // 2], s == "é" * len(s)


def empties(s):
    return s + s, s * 3, s[1:], s[::-1], s.upper(), s.replace("a", "b"), s.strip(), s.center(2), f"{s}", f"{s:3}", s.join(("a", "b"))


def characters(n):
    total = 0
    for c in "häß" * n:
        total += ord(c)
    return total


# run: grown(60)
# run: grown(26)
# run: doubled(12)
# run: empties("")
# run: characters(50)
