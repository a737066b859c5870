# Stores through masks: a scalar, one value for each true element in C order, or an array that broadcasts over the rest.


def fill(x, m, v):
    x[m] = v
    return x


def fill_behind(x, m, v):
    x[:, m] = v


def clear(x):
    x[x > 1] = 0
    return x


def fill_two(x, m, i, v):
    x[m, i] = v


# run: clear(np.arange(4.))
# run: clear(np.arange(6.).reshape(2, 3).T)
# run: clear(np.zeros((0, 2)))
# run: fill(np.arange(4.), np.array([True, False, True, False]), np.array([7., 8.]))
# run: fill(np.arange(4.), np.array([True, False, True, False]), np.array([7]))
# run: fill(np.arange(4.)[::-1], np.array([False] * 4), np.zeros(0))
# run: fill(np.arange(6).reshape(2, 3).T, np.array([[True, False], [True, True], [False, True]]), np.array([1, 2, 3, 4]))
# run: fill(np.arange(6).reshape(3, 2), np.array([True, False, True]), np.array([[7], [8]]))
# run: fill(np.arange(6).reshape(3, 2), np.array([True, False, True]), 9)
# run: fill(np.arange(12).reshape(2, 3, 2), np.array([[True, False, True], [False, True, False]]), np.array([7, 8]))
# run: fill_behind(np.zeros((2, 3)), np.array([True, False, True]), np.array([1., 2.]))
# run: fill_two(np.zeros((3, 4)), np.array([True, False, True]), np.array([1, 2]), np.array([5., 6.]))
# raises: ValueError
# run: fill(np.arange(4.), np.array([True, False, True, False]), np.array([7., 8., 9.]))
# raises: IndexError
# run: fill(np.arange(4.), np.array([True, False, True]), 1.)
# raises: ValueError
# run: fill(np.arange(6).reshape(3, 2), np.array([True, False, True]), np.array([1, 2, 3]))
