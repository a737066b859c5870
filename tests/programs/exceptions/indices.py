# What indices raise.


def one(x, i):
    return x[i]


# raises: IndexError
# run: one(np.arange(3), 3)
# raises: IndexError
# run: one(np.arange(3), -4)
# raises: IndexError
# run: one(np.zeros(0), 0)
# raises: IndexError
# run: one(np.arange(10)[::3], 4)
# raises: IndexError
# run: one(np.arange(10)[::-1], 10)
# raises: IndexError
# run: one(np.zeros((2, 3)), 2)
# raises: IndexError
# run: one(np.zeros((2, 3)), -3)


def two(x, i, j):
    y = 1
    return x[i, j] + y


# raises: IndexError
# run: two(np.zeros((2, 3)), 2, 0)
# raises: IndexError
# run: two(np.zeros((2, 3)), 0, 3)
# raises: IndexError
# run: two(np.zeros((2, 3)), -3, 0)
# raises: IndexError
# run: two(np.zeros((2, 3)), 5, 7)
# raises: IndexError
# run: two(np.zeros((0, 3)), 0, 0)


def row_then(x, i, j):
    return x[i][j]


# raises: IndexError
# run: row_then(np.zeros((2, 3)), 1, 3)
# raises: IndexError
# run: row_then(np.zeros((2, 3)), 2, 0)


def three(x, i, j, k):
    return x[i, j, k]


# raises: IndexError
# run: three(np.zeros((2, 3, 4)), 1, 2, 4)
# raises: IndexError
# run: three(np.zeros((2, 3, 4)), 1, 3, 4)


def mixed(x, i):
    return x[:, i].sum()


# raises: IndexError
# run: mixed(np.zeros((2, 3)), 3)
# raises: IndexError
# run: mixed(np.zeros((2, 3)), -4)


def store(x, i):
    x[i] = 1
    return 0


# raises: IndexError
# run: store(np.zeros(4), 4)
# raises: IndexError
# run: store(np.zeros(4), -5)


def store_row(x, i):
    x[i, :] = 1
    return 0


# raises: IndexError
# run: store_row(np.zeros((3, 2)), 3)


def augmented(x, i):
    x[0] += 1
    x[i] += 1
    return 0


# raises: IndexError
# run: augmented(np.zeros(4), 4)


def zero_step(x, k):
    return x[::k]


# raises: ValueError
# run: zero_step(np.zeros(4), 0)


def range_step(n, k):
    s = 0
    for i in range(0, n, k):
        s += i
    return s


# raises: ValueError
# run: range_step(3, 0)


def by_array(x, at):
    return x[at]


# raises: IndexError
# run: by_array(np.arange(4), np.array([0, 4]))
# raises: IndexError
# run: by_array(np.arange(4), np.array([-5, 0]))
# raises: IndexError
# run: by_array(np.arange(4), np.array([True, False]))


def in_loop(x):
    s = 0.0
    for k in range(len(x)):
        s += x[k] * x[k + 1]
    return s


# raises: IndexError
# run: in_loop(np.arange(5.0))


def in_while(x, stop):
    k = 0
    while x[k] != stop:
        k += 1
    return k


# raises: IndexError
# run: in_while(np.arange(5.0), 7.0)


def shape_of(x, axis):
    total = 0
    for k in range(x.shape[0]):
        total += x[x[k]]
    return total


# raises: IndexError
# run: shape_of(np.array([1, 2, 3]), 0)


def of_view(x, i):
    y = x[1:]
    z = y[:-1]
    return z[i]


# raises: IndexError
# run: of_view(np.arange(5), 3)
# raises: IndexError
# run: of_view(np.arange(5), -4)


def of_transpose(x, i, j):
    return x.T[i, j]


# raises: IndexError
# run: of_transpose(np.zeros((2, 3)), 2, 2)
# raises: IndexError
# run: of_transpose(np.zeros((2, 3)), 3, 0)
