# Tuples indexed by literals, unpacked in nests and with a length.


def first_last(t):
    return t[0], t[-1], len(t)


def inner(t):
    (a, b), c = t
    return a * b + c


def rotate(a, b, c):
    a, b, c = c, a, b
    return a, b, c


def total(t):
    return t[0] + t[1] + t[2]


# run: first_last((1, 2.5, True))
# run: first_last((7,))
# run: inner(((2, 3), 0.5))
# run: rotate(1, 2, 3)
# run: rotate(1, 2.5, True)
# run: total((1, 2, 3.5))
