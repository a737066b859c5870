# Tuples are concatenated, compared and sliced.


def joined(a, b):
    return a + b


def equal(a, b):
    return a == b


def tail(t):
    return t[1:]


# run: joined((1, 2), (3.5,))
# run: equal((1, 2), (1, 2.0))
# run: equal((1, 2), (1, 3))
# run: tail((1, 2.5, False))
