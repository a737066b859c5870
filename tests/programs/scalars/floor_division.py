# Floor division and modulo of Python numbers follow the sign of the divisor.


def floor_divide(x, y):
    return x // y


def modulo(x, y):
    return x % y


def both(x, y):
    return divmod(x, y)


# run: floor_divide(7, 2)
# run: floor_divide(-7, 2)
# run: floor_divide(7, -2)
# run: floor_divide(-7, -2)
# run: floor_divide(-7.5, 2.0)
# run: floor_divide(1.0, 0.1)
# run: modulo(-7, 3)
# run: modulo(7, -3)
# run: modulo(-7.5, 2.0)
# run: modulo(5.0, math.inf)
# run: modulo(-1.0, math.inf)
# run: both(-17, 5)
# run: both(17.25, -5)
