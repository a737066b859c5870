# `int`, `float` and `bool` of Python numbers; `int` truncates towards zero.


def to_int(x):
    return int(x)


def to_float(x):
    return float(x)


def to_bool(x):
    return bool(x)


# run: to_int(2.9)
# run: to_int(-2.9)
# run: to_int(-0.0)
# run: to_int(True)
# run: to_int(9007199254740993)
# run: to_int(1e18)
# run: to_float(9007199254740993)
# run: to_float(-3)
# run: to_float(False)
# run: to_bool(0.0)
# run: to_bool(math.nan)
# run: to_bool(-2)
