# split, rsplit and splitlines make lists, join makes a string of them.


def words(s):
    parts = s.split()
    return len(parts), "|".join(parts)


def by(s, sep):
    parts = s.split(sep)
    out = ""
    for part in parts:
        out += "[" + part + "]"
    return out, len(parts), parts[0], parts[-1]


def few(s, n):
    return "|".join(s.split(None, n)), "|".join(s.split(",", n)), "|".join(s.rsplit(None, n)), "|".join(s.rsplit(",", n))


def lines(s):
    return "|".join(s.splitlines()), "|".join(s.splitlines(True)), len(s.splitlines())


def joined(n):
    names = []
    for i in range(n):
        names.append("n" + str(i))
    return ", ".join(names), "".join(names), "-".join(("a", "b")), "日".join(["x", "y", str(n)])


def table(text):
    total = 0.0
    for row in text.split(";"):
        for x in row.split(","):
            total += float(x)
    return total


# run: words("  a bc\td\n")
# run: words("")
# run: by("a,b,,c", ",")
# run: by("", ",")
# run: by("a--b", "--")
# run: by("日本日", "本")
# raises: ValueError: empty separator
# run: by("abc", "")
# run: few(" a b,c d,e ", 1)
# run: few("a b,c d,e", 0)
# run: lines("a\nb\r\nc\rd\n")
# run: lines("")
# run: lines("a\x0bb\u2028c\x85d")
# run: joined(0)
# run: joined(3)
# run: table("1,2.5;-3e1,.5")
