# A boolean mask takes the elements where it is true, in C order; it may cover some of the axes, anywhere.


def full(x, m):
    return x[m]


def positive(x):
    return x[x > 0]


def behind(x, m):
    return x[:, m]


def last(x, m):
    return x[..., m]


def with_places(x, m, i):
    return x[m, i]


def two(x, m, n):
    return x[m, n]


# run: full(np.arange(6.), np.array([True, False, False, True, True, False]))
# run: full(np.arange(6.)[::-1], np.array([True, False, False, True, True, False])[::-1])
# run: positive(np.arange(-3, 3).reshape(2, 3))
# run: positive(np.arange(-6., 6.).reshape(2, 3, 2).T)
# run: positive(np.array([np.nan, 1, -0.0, np.inf]))
# run: positive(np.zeros((0, 3)))
# run: positive(np.zeros(4))
# run: full(np.arange(12).reshape(3, 4), np.array([True, False, True]))
# run: full(np.arange(24).reshape(2, 3, 4), np.array([[True, False, True], [False, False, True]]))
# run: full(np.arange(24).reshape(2, 3, 4).transpose(1, 0, 2), np.array([[True, False], [False, True], [True, True]]))
# run: behind(np.arange(12).reshape(3, 4), np.array([True, False, True, True]))
# run: behind(np.arange(24).reshape(2, 3, 4), np.array([[True, False, False, True]] * 3))
# run: last(np.arange(24.).reshape(2, 3, 4), np.array([True, False, False, True]))
# run: with_places(np.arange(12).reshape(3, 4), np.array([True, False, True]), np.array([1, 2]))
# run: with_places(np.arange(12).reshape(3, 4), np.array([True, False, True]), np.array([[1], [2]]))
# run: two(np.arange(12).reshape(3, 4), np.array([True, False, True]), np.array([True, False, False, True]))
# raises: IndexError
# run: full(np.arange(6.), np.array([True, False]))
# raises: IndexError
# run: full(np.arange(6).reshape(2, 3), np.array([[True, False], [False, True]]))
# raises: IndexError
# run: behind(np.arange(12).reshape(3, 4), np.array([True, False, True]))
# raises: IndexError
# run: with_places(np.arange(12).reshape(3, 4), np.array([True, False, True]), np.array([1, 2, 3]))
