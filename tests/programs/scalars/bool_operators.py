# `and`, `or` and `not` on truth values.


def both(a, b):
    return a and b


def either(a, b):
    return a or b


def majority(a, b, c):
    return (a and b) or (b and c) or (a and c)


def implies(x, y):
    return not x > 0 or y > 0


# run: both(True, False)
# run: both(True, True)
# run: either(False, False)
# run: either(False, True)
# run: majority(True, False, True)
# run: majority(True, False, False)
# run: implies(1, -1)
# run: implies(-1, -1)
# run: implies(2, 3.5)
