# Every augmented assignment on scalars.


def chain(x, y):
    x += y
    x -= 3
    x *= 2
    return x


def divide(x, y):
    x /= y
    return x


def floor_and_mod(x, y):
    a = x
    a //= y
    b = x
    b %= y
    return a, b


def bits(x, n):
    x <<= n
    x |= 5
    x ^= 3
    x &= 0xFFFF
    x >>= 1
    return x


def power(x):
    x **= 3
    return x


# run: chain(1, 2)
# run: chain(0.5, 2)
# run: divide(7, 2)
# run: floor_and_mod(-7, 3)
# run: floor_and_mod(7.5, -2)
# run: bits(9, 4)
# run: power(-5)
# run: power(1.5)
