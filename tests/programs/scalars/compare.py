# Comparisons of ints, floats and both mixed.


def relations(x, y):
    return x < y, x <= y, x > y, x >= y, x == y, x != y


# run: relations(1, 2)
# run: relations(2, 2)
# run: relations(2.5, 2)
# run: relations(0.0, -0.0)
# run: relations(math.nan, math.nan)
# run: relations(math.nan, 1)
# run: relations(math.inf, 9223372036854775807)
# run: relations(True, 1)
