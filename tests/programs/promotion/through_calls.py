# Weakness passes through calls, tuples and returns.


def identity(x):
    return x


def pair(x):
    return x, 2 * x


def use(x, n):
    a = identity(n)
    b, c = pair(n)
    return x + a, x + b, x * c


# run: use(np.arange(3, dtype=np.int8), 5)
# run: use(np.arange(3, dtype=np.float32), 0.1)
# run: use(np.float32(1), 0.1)
# run: use(np.arange(3, dtype=np.int8), np.int64(5))
# run: use(np.arange(3, dtype=np.float32), np.float64(0.1))
