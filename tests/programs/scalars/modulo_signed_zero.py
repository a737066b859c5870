# The result of float modulo takes the sign of the divisor, also when it is zero.


def modulo(x, y):
    return x % y


def floor_divide(x, y):
    return x // y


# run: modulo(-0.0, 2.0)
# run: modulo(0.0, -2.0)
# run: modulo(4.0, -2.0)
# run: modulo(-4.0, 2.0)
# run: floor_divide(-0.0, 2.0)
# run: floor_divide(0.0, -3.0)
# run: floor_divide(1.0, -math.inf)
# run: floor_divide(math.inf, 2.0)
# run: modulo(math.inf, 2.0)
# run: modulo(math.nan, 2.0)
