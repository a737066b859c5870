# Complex numbers are equal or not, also to ints, floats and bools; they have no order.


def equal(a, b):
    return a == b, a != b, b == a


def chain(a, b, c):
    return a == b == c, a == b != c


def member(z):
    return z in (1j, 2, 3 + 0j), z not in [0, 1]


def branch(z):
    if z:
        return "some" == "none", 1
    return True, 2


def conditional(z, w):
    return z or w, z and w, z if z == w else w


# run: equal(1 + 2j, 1 + 2j)
# run: equal(1 + 2j, 1 - 2j)
# run: equal(1 + 0j, 1)
# run: equal(2.5, 2.5 + 0j)
# run: equal(True, 1 + 0j)
# run: equal(complex(9007199254740992, 0), 9007199254740993)
# run: equal(complex(9007199254740992, 0), 9007199254740992)
# run: equal(complex(math.nan, 0), complex(math.nan, 0))
# run: equal(complex(0.0, -0.0), complex(-0.0, 0.0))
# run: chain(1j, 1j, 1j)
# run: chain(1, 1 + 0j, 2)
# run: member(1j)
# run: member(3)
# run: member(1 + 1j)
# run: branch(0j)
# run: branch(1e-300j)
# run: conditional(0j, 2 + 1j)
# run: conditional(1j, 2 + 1j)
