# Products and sums are rounded one by one, never contracted.


def residual(a, b):
    p = a * b
    return a * b - p


def two_product_error(a, b):
    return (a * b - 1.0) + (1.0 - a * b)


def determinant(a, b, c, d):
    return a * d - b * c


# run: residual(0.1, 0.3)
# run: residual(np.float32(0.1), np.float32(0.3))
# run: two_product_error(1.0000000001, 0.9999999999)
# run: determinant(1e8 + 1, 1e8, 1e8 + 2, 1e8 + 1)
# run: determinant(np.arange(1.0, 6.0) / 3, np.arange(5.0) / 7, np.arange(5.0) / 3, np.arange(1.0, 6.0) / 7)
