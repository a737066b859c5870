# `min` and `max` of Python numbers give the first of equals and depend on order with NaN.


def smaller(x, y):
    return min(x, y)


def larger(x, y):
    return max(x, y)


def middle(x, y, z):
    return max(min(x, y), min(max(x, y), z))


# run: smaller(3, 5)
# run: smaller(2.5, -1.5)
# run: smaller(math.nan, 1.0)
# run: smaller(1.0, math.nan)
# run: smaller(0.0, -0.0)
# run: larger(3, 5)
# run: larger(math.nan, 1.0)
# run: larger(1.0, math.nan)
# run: larger(-0.0, 0.0)
# run: middle(5, 1, 3)
# run: middle(0.5, 0.25, 0.75)
