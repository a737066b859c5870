# Every format of strings.


def formats(s):
    return f"{s:10}|{s:>10}|{s:^10}|{s:<10}|{s:*^9}|{s:.2}|{s:5.1s}|{s:s}|{s:é>4}|{s:05}|"


def conversions(s):
    return f"{s!r} {s!s} {s!r:>12}| {s!a:^14}|"


def parts(a, n):
    return f"", f"{{}}", f"{{{n}}}", f"a{a}b{n}c" "d" f"{n}", f"{a}{a}", f"{'literal'}" + f'{"x" + a}'


# run: formats("")
# run: formats("abc")
# run: formats("häß日😀")
# run: conversions("it's")
# run: conversions("日")
# run: parts("x", 5)
