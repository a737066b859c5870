# Bitwise operators on integer and bool arrays, and `~`.


def ops(x, y):
    return x & y, x | y, x ^ y


def invert(x):
    return ~x


def masks(x):
    return (x > 2) & (x < 7), (x < 2) | (x > 7), ~(x == 5), (x > 3) ^ (x % 2 == 0)


# run: ops(np.arange(8), np.arange(8)[::-1])
# run: ops(np.arange(8, dtype=np.uint8), 5)
# run: ops(np.arange(-4, 4, dtype=np.int8), np.arange(8, dtype=np.uint8) * 30)
# run: ops(np.array([True, False, True]), np.array([True, True, False]))
# run: ops(np.array([True, False]), np.array([6, 7]))
# run: invert(np.arange(-2, 3))
# run: invert(np.arange(3, dtype=np.uint16))
# run: invert(np.array([True, False]))
# run: masks(np.arange(10))
# run: masks(np.arange(10.0))
