# Starred targets.
def use(x):
    a, *b = (1, 2, x)
    *c, d = (1, x)
    e, *f, g = (1, 2)
    (h, *i), j = ((x, 4, 5), 6)
    return a, b[0] + b[1], c[0], d, e, len(f), g, h, i[1], j


def in_for(x):
    total = 0
    for first, *rest in ((1, 2, 3), (4, x), (5,)):
        total += first * 10 + len(rest)
    return total


def displays(x):
    t = (1, *(x, 2), *(), 3)
    return t


# run: use(5)
# run: in_for(9)
# run: displays(7)
