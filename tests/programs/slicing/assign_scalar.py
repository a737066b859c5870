# A scalar assigned to a slice fills it, converted to the array's dtype.


def fill_part(x, i, j, value):
    x[i:j] = value


def fill_column(x, j, value):
    x[:, j] = value


def fill_every(x, k, value):
    x[::k] = value


def fill_all(x, value):
    x[...] = value


# run: fill_part(np.arange(6), 1, 4, -1)
# run: fill_part(np.arange(6.0)[::-1], 1, 100, 2)
# run: fill_part(np.arange(6), 4, 1, -1)
# run: fill_part(np.arange(6), 1, 4, 2.9)
# run: fill_column(np.zeros((3, 4)), -1, 7)
# run: fill_column(np.zeros((3, 4), np.int8).T, 2, np.int64(7))
# run: fill_every(np.arange(7), -2, 100)
# run: fill_every(np.zeros(5, np.bool_), 2, 5)
# run: fill_all(np.zeros((2, 3)), 0.5)
# run: fill_all(np.array(1), 9)
