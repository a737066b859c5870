# Several index arrays broadcast together, and meet elements pair by pair.


def pairs(x, i, j):
    return x[i, j]


def triple(x, i, j, k):
    return x[i, j, k]


def one_fixed(x, i):
    return x[1, i], x[i, -1]


# run: pairs(np.arange(12).reshape(3, 4), np.array([0, 2]), np.array([3, -1]))
# run: pairs(np.arange(12).reshape(3, 4), np.array([[0, 1]]), np.array([[1], [2]]))
# run: pairs(np.arange(12).reshape(3, 4), np.array([0, 1, 2])[:, None], np.array([[1, 2, 0, -1]]))
# run: pairs(np.arange(24.).reshape(2, 3, 4), np.array([0, 1, 1]), np.array([2, 0, 1]))
# run: pairs(np.arange(24.).reshape(2, 3, 4).T, np.array([[0, 1], [3, 3]]), np.array([2, 0], dtype=np.int8))
# run: pairs(np.arange(12).reshape(3, 4), np.zeros((0, 1), np.int64), np.array([7]))
# run: triple(np.arange(24).reshape(2, 3, 4), np.array([0, 1]), np.array([2]), np.array([[3], [0]]))
# run: one_fixed(np.arange(9).reshape(3, 3), np.array([2, 0, 0]))
# raises: IndexError
# run: pairs(np.arange(12).reshape(3, 4), np.array([0, 5]), np.array([9, 0]))
# raises: IndexError
# run: pairs(np.arange(12).reshape(3, 4), np.array([0, 2]), np.array([9, 0]))
# raises: IndexError
# run: pairs(np.arange(12).reshape(3, 4), np.array([0, 2]), np.array([1, 2, 3]))
