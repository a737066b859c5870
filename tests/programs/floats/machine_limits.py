# Loops that find the limits of the arithmetic.


def epsilon(one):
    e = one
    while one + e / 2 != one:
        e = e / 2
    return e


def largest_power(one):
    x = one
    n = 0
    while x * 2 != x:
        x = x * 2
        n += 1
    return n


# run: epsilon(1.0)
# run: epsilon(np.float32(1))
# run: largest_power(1.0)
# run: largest_power(np.float32(1))
