# Loops over strings go over code points.


def backwards(s):
    out = ""
    for c in s:
        out = c + out
    return out


def numbered(s):
    out = ""
    for i, c in enumerate(s, 1):
        out += f"{i}{c}"
    return out


def pairs(a, b):
    out = ""
    for x, y in zip(a, b):
        out += x + y
    return out


def first_digit(s):
    for i, c in enumerate(s):
        if c.isdigit():
            break
    else:
        return -1
    return i


def from_the_end(s):
    out = ""
    for c in reversed(s):
        out += c
    return out


def rows(text):
    total = 0
    for line in text.split("\n"):
        for word in line.split():
            total += len(word)
    return total


# run: backwards("häß日😀x")
# run: backwards("")
# run: numbered("äb")
# run: pairs("abc", "日本")
# run: first_digit("abc4")
# run: first_digit("")
# run: from_the_end("héllo")
# run: rows("a bc\nd  e\n")
