# Default arguments, given by position or by name.

STEP = 5


def linear(x, slope=2, offset=0.5):
    return slope * x + offset


def stepped(x, n=STEP):
    return x + n


def with_flag(x, negate=False):
    return -x if negate else x


def caller(x):
    return linear(x) + linear(x, 3) + linear(x, offset=1) + linear(offset=2.0, x=x, slope=4)


# run: linear(3)
# run: linear(3, 4)
# run: linear(3, offset=1.5)
# run: linear(slope=1, x=2)
# run: stepped(1)
# run: stepped(1, -1)
# run: with_flag(3)
# run: with_flag(3, True)
# run: caller(1.5)
