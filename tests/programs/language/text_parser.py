# A small parser goes over a string by index.


def skip(s, i):
    while i < len(s) and s[i] == " ":
        i += 1
    return i


def factor(s, i):
    i = skip(s, i)
    if i < len(s) and s[i] == "(":
        value, i = expression(s, i + 1)
        i = skip(s, i)
        if i >= len(s) or s[i] != ")":
            raise ValueError(f"expected ) at {i}")
        return value, i + 1
    start = i
    while i < len(s) and (s[i].isdigit() or s[i] == "."):
        i += 1
    if start == i:
        raise ValueError(f"expected a number at {i} of {s!r}")
    return float(s[start:i]), i


def term(s, i):
    value, i = factor(s, i)
    i = skip(s, i)
    while i < len(s) and s[i] in "*/":
        op = s[i]
        right, i = factor(s, i + 1)
        value = value * right if op == "*" else value / right
        i = skip(s, i)
    return value, i


def expression(s, i):
    value, i = term(s, i)
    while i < len(s) and s[i] in "+-":
        op = s[i]
        right, i = term(s, i + 1)
        if op == "+":
            value += right
        else:
            value -= right
    return value, i


def evaluate(s):
    value, i = expression(s, 0)
    if i != len(s):
        raise ValueError(f"unexpected {s[i]!r} at {i}")
    return value


# run: evaluate("1 + 2 * 3")
# run: evaluate("(1 + 2) * (3.5 - 1) / 4")
# raises: ValueError: expected a number at 4 of '1 + '
# run: evaluate("1 + ")
# raises: ValueError: unexpected 'x' at 2
# run: evaluate("1 x")
# raises: ValueError: expected ) at 2
# run: evaluate("(1")
