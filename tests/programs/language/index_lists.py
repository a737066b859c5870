# Lists, tuples and ranges as index arrays; a bool alone is a mask without axes.


def reorder(x):
    return x[[2, 0, -1]]


def nested(x):
    return x[[[0, 1], [2, 0]]]


def picked(x, k):
    return x[[k, k + 1], 1]


def corners(x):
    return x[(0, -1), (0, -1)]


def mask_list(x):
    return x[[True, False, True]]


def nothing(x):
    return x[[]]


def by_range(x, n):
    return x[range(n, 0, -1)]


def flags(x, a):
    return x[True].shape, x[False].shape, x[a, 0].shape


# run: reorder(np.arange(12.).reshape(3, 4))
# run: nested(np.arange(3))
# run: picked(np.arange(12).reshape(3, 4), 1)
# run: corners(np.arange(12).reshape(3, 4))
# run: mask_list(np.arange(6).reshape(3, 2))
# run: nothing(np.arange(6).reshape(3, 2))
# run: by_range(np.arange(10.), 4)
# run: flags(np.arange(6).reshape(3, 2), True)
# run: flags(np.arange(6).reshape(3, 2), False)
# raises: IndexError
# run: reorder(np.arange(2))
# raises: IndexError
# run: mask_list(np.arange(2))
# raises: IndexError
# run: picked(np.arange(12).reshape(3, 4), 2)
