# Python refuses negative shift counts; a result beyond 64 bits is our OverflowError.


def left(x, n):
    return x << n


def right(x, n):
    return x >> n


# raises: ValueError: negative shift count
# run: left(1, -1)
# raises: ValueError: negative shift count
# run: right(1, -1)
# differs: a Python int has 64 bits
# raises: OverflowError
# run: left(1, 63)
# differs: a Python int has 64 bits
# raises: OverflowError
# run: left(3, 200)
# run: left(-1, 63)
# run: left(0, 200)
