# What stands right of a decided `and` or `or` is not evaluated.


def safe_ratio(x, y):
    return y != 0 and x // y > 2


def ratio_or_zero(x, y):
    return y == 0 or x // y > 2


# run: safe_ratio(10, 0)
# run: safe_ratio(10, 3)
# run: safe_ratio(10, 5)
# run: ratio_or_zero(10, 0)
# run: ratio_or_zero(10, 3)
# run: ratio_or_zero(10, 9)
