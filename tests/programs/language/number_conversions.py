# int(), float(), bool() and round() of numbers.


def to_int(x):
    return int(x), int(-x), bool(x)


def to_float(n):
    return float(n), float(n) / 2, bool(n)


def rounded(x):
    return round(x), round(x, 1), round(-x)


def truth(x):
    return bool(x), int(bool(x)), float(bool(x))


# run: to_int(2.7)
# run: to_int(-0.5)
# raises: ValueError
# run: to_int(float("nan"))
# raises: OverflowError
# run: to_int(float("inf"))
# run: to_float(7)
# run: to_float(0)
# run: rounded(2.5)
# run: rounded(3.5)
# run: rounded(2.675)
# run: truth(0.0)
# run: truth(1e-300)
