# Rows, columns and blocks of a 2-d array.


def row(x, i):
    return x[i]


def column(x, j):
    return x[:, j]


def block(x, i, j):
    return x[i : i + 2, j : j + 3]


def corner(x):
    return x[-2:, -2:]


def checkered(x):
    return x[::2, ::-2]


# run: row(np.arange(12).reshape(3, 4), 1)
# run: row(np.arange(12.0).reshape(3, 4).T, -1)
# run: column(np.arange(12).reshape(3, 4), 2)
# run: column(np.asfortranarray(np.arange(12.0).reshape(3, 4)), -4)
# run: block(np.arange(30).reshape(5, 6), 1, 2)
# run: block(np.arange(30).reshape(5, 6), 4, 5)
# run: corner(np.arange(12).reshape(4, 3)[::-1])
# run: corner(np.arange(1.0).reshape(1, 1))
# run: checkered(np.arange(20).reshape(4, 5))
# run: checkered(np.zeros((0, 5)))
