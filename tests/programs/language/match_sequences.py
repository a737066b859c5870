# `match` over tuples: members, stars, nesting, names that guards see.
def pair(a, b):
    match (a, b):
        case (0, y):
            r = y
        case (x, 0):
            r = x * 10
        case (x, y) if x == y:
            r = 100
        case (1 | 2 as k, y):
            r = k + y
        case _:
            r = -1
    return r


def lengths(t):
    match t:
        case ():
            return 0
        case (x,):
            return x
        case (first, *_, last):
            return first * 10 + last


def all_lengths():
    return lengths(()), lengths((3,)), lengths((1, 2)), lengths((4, 5, 6, 7))


def nested(t):
    match t:
        case ((a, b), c):
            return a + b * c
        case (a, b):
            return a - b


def both():
    return nested(((1, 2), 3)), nested((5, 3))


def alternatives(a, b):
    match (a, b):
        case (0, n) | (n, 0):
            return n
        case [x, y]:
            return x * y


# run: pair(0, 4)
# run: pair(4, 0)
# run: pair(3, 3)
# run: pair(2, 9)
# run: pair(7, 9)
# run: all_lengths()
# run: both()
# run: alternatives(0, 5)
# run: alternatives(6, 0)
# run: alternatives(6, 7)
