# Lists whose length is known at run time only are unpacked, with Python's errors.


def squares(n):
    return [k * k for k in range(n)]


def pair(n):
    a, b = squares(n)
    return a + 10 * b


def nested(n):
    total = 0.0
    for x, (y, z) in [(1.0, squares(n)), (2.5, squares(2))]:
        total += x * (y - z)
    return total


def of_ranges(n):
    a, b, c = range(n, n + 3)
    return a * b * c


def keys(n):
    d = {k: k + 1 for k in range(n)}
    a, b = d
    c, e = d.values()
    return a, b, c, e


# run: pair(2)
# raises: ValueError: not enough values to unpack (expected 2, got 1)
# run: pair(1)
# raises: ValueError: too many values to unpack (expected 2)
# run: pair(3)
# run: nested(2)
# raises: ValueError
# run: nested(0)
# run: of_ranges(4)
# run: keys(2)
