# Bitwise operators and shifts of Python ints.


def bit_and(x, y):
    return x & y


def bit_or(x, y):
    return x | y


def bit_xor(x, y):
    return x ^ y


def left(x, n):
    return x << n


def right(x, n):
    return x >> n


# run: bit_and(0b1100, 0b1010)
# run: bit_and(-1, 255)
# run: bit_or(0b1100, 0b1010)
# run: bit_or(-256, 3)
# run: bit_xor(0b1100, 0b1010)
# run: bit_xor(-5, 5)
# run: bit_and(True, False)
# run: left(1, 62)
# run: left(-3, 4)
# run: right(-17, 2)
# run: right(-1, 100)
# run: right(12345, 64)
