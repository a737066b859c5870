# Negative indices count from the end, on every axis.


def at(x, i):
    return x[i]


def at2(x, i, j):
    return x[i, j]


def put(x, i, value):
    x[i] = value


# run: at(np.arange(5), -1)
# run: at(np.arange(5), -5)
# run: at(np.arange(5)[::-1], -2)
# run: at2(np.arange(12).reshape(3, 4), -1, -4)
# run: at2(np.arange(12).reshape(3, 4).T, -4, 2)
# run: put(np.arange(5), -2, 100)
# run: put(np.arange(5.0)[::2], -1, 2.5)
