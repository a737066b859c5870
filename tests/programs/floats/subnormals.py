# Subnormal numbers are kept, not flushed to zero.


def halve(x, n):
    for _ in range(n):
        x = x / 2
    return x


def scale(x, s):
    return x * s


# run: halve(1.0, 1074)
# run: halve(1.0, 1075)
# run: halve(np.float32(1.0), 149)
# run: halve(np.float32(1.0), 150)
# run: scale(np.array([1e-310, 5e-324, -1e-320]), 0.5)
# run: scale(np.array([1e-310, 5e-324, -1e-320]), 3.0)
# run: scale(np.array([1e-40, 1e-45], np.float32), np.float32(0.7))
