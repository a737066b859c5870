# Comparisons give arrays of bool; NaN is unequal to everything.


def relations(x, y):
    return x < y, x <= y, x > y, x >= y, x == y, x != y


def count_above(x, limit):
    n = 0
    for flag in x > limit:
        if flag:
            n += 1
    return n


# run: relations(np.array([1.0, 2.0, np.nan, -0.0]), np.array([2.0, 2.0, np.nan, 0.0]))
# run: relations(np.arange(5), 2)
# run: relations(np.arange(5, dtype=np.uint8), np.arange(5)[::-1] - 2)
# run: relations(np.array([True, False]), np.array([True, True]))
# run: relations(np.arange(6).reshape(2, 3), np.arange(3.0))
# run: relations(np.zeros(0), 1.0)
# run: count_above(np.arange(10), 6)
