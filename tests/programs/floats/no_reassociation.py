# Sums and products keep the order in which they are written.


def left(a, b, c):
    return a + b + c


def right(a, b, c):
    return a + (b + c)


def subtract_back(x, big):
    return (x + big) - big


def add_zero(x):
    return x + 0.0, x - 0.0, x * 1.0, 0.0 - x, x * 0.0


# run: left(1e16, 1.0, 1.0)
# run: right(1e16, 1.0, 1.0)
# run: left(np.array([0.1, 1e300]), np.array([0.2, 1e300]), np.array([0.3, -1e300]))
# run: subtract_back(0.1, 1e16)
# run: subtract_back(np.arange(5.0) / 7, 1e15)
# run: add_zero(-0.0)
# run: add_zero(np.inf)
# run: add_zero(np.array([-0.0, np.nan, -5.0]))
