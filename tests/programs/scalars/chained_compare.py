# A chained comparison evaluates its middle once and stops at the first False.


def inside(low, x, high):
    return low <= x < high


def ordered(a, b, c, d):
    return a < b < c < d


def mixed(a, b, c):
    return a < b > c != a


# run: inside(0, 5, 10)
# run: inside(0, 10, 10)
# run: inside(0.0, math.nan, 1.0)
# run: ordered(1, 2, 3, 4)
# run: ordered(1, 3, 3, 4)
# run: mixed(1, 5, 2)
# run: mixed(1, 5, 1)
