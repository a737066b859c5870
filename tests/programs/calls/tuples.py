# Tuples as results, as arguments and unpacked.


def divide(a, b):
    return a // b, a % b


def swap(pair):
    a, b = pair
    return b, a


def use(a, b):
    q, r = divide(a, b)
    return q * b + r == a, swap((q, r))


def nested(a):
    return (a, (a + 1, a * 0.5)), a > 2


# run: divide(17, 5)
# run: swap((1, 2.5))
# run: swap((True, -3))
# run: use(17, 5)
# run: use(-17, 5)
# run: nested(3)
