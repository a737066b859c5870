# Tuples: concatenation, repetition, slices, comparison, membership, nesting.


def joined(a, b):
    t = (a, b) + (a * 2,)
    u = t * 2
    return t, u[1:4], u[::-1], len(u)


def compared(a, b):
    return (a, b) < (b, a), (a, b) == (a, b), (a, b) >= (a, b + 1), (a,) < (a, b), a in (1, b, 3)


def nested(a):
    t = ((a, a + 1), (a + 2, (a + 3, a + 4)))
    (p, q), (r, (s, u)) = t
    return p + q * 10 + r * 100, t[1][1][0], s * u


def mixed(a):
    return (a, a * 0.5, a > 1, None, (a,))


# run: joined(1, 2)
# run: compared(1, 2)
# run: compared(2, 2)
# run: compared(3, 1)
# run: nested(1)
# run: mixed(2)
