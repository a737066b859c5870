# NaN, infinities and negative zero through arithmetic.


def ops(x, y):
    return x + y, x - y, x * y, x / y


def compare(x, y):
    return x < y, x == y, x != y, x >= y


# run: ops(np.float64(np.inf), np.float64(np.inf))
# run: ops(np.float64(0.0), np.float64(-0.0))
# run: ops(np.float64(-0.0), np.float64(-0.0))
# run: ops(np.float64(np.nan), np.float64(1.0))
# run: ops(np.float64(1e308), np.float64(1e308))
# run: ops(np.float64(5e-324), np.float64(0.5))
# run: ops(np.array([np.inf, -np.inf, np.nan, 0.0, -0.0]), 0.0)
# run: ops(np.array([np.inf, -np.inf, 1.0, 0.0, -0.0]), -np.inf)
# run: compare(np.nan, np.nan)
# run: compare(-0.0, 0.0)
# run: compare(np.array([np.nan, np.inf, -np.inf]), np.inf)
