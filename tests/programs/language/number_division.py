# Division, floor division, remainder and divmod of all signs; zero raises for Python's numbers.


def ints(a, b):
    return a // b, a % b, a / b


def floats(a, b):
    return a // b, a % b, a / b


def both(a, b):
    q, r = divmod(a, b)
    return q * b + r == a, q, r


# run: ints(7, 2)
# run: ints(-7, 2)
# run: ints(7, -2)
# run: ints(-7, -2)
# raises: ZeroDivisionError
# run: ints(1, 0)
# run: floats(7.5, 2.0)
# run: floats(-7.5, 2.0)
# run: floats(-0.0, 2.0)
# raises: ZeroDivisionError
# run: floats(1.0, 0.0)
# run: both(-17, 5)
# run: both(17, -5)
