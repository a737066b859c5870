# A store through integer arrays: of a scalar, or of an array that broadcasts; the last of several stores to a place stays.


def put(x, i, v):
    x[i] = v
    return x


def put_pairs(x, i, j, v):
    x[i, j] = v


def put_behind(x, i, v):
    x[:, i] = v


def put_apart(x, i, j, v):
    x[i, :, j] = v


def put_list(x, v):
    x[[0, -1]] = v


# run: put(np.arange(5.), np.array([4, -1, 0]), 7)
# run: put(np.arange(5.), np.array([4, -1, 0]), np.array([1, 2, 3]))
# run: put(np.arange(10.)[::-2], np.array([[0, 1], [2, 2]]), np.array([[1.5, 2.5], [3.5, 4.5]]))
# run: put(np.arange(5), np.array([1, 2]), np.array([1.9, -1.9]))
# run: put(np.arange(5, dtype=np.int8), np.array([1, 2]), np.array([300, -129]))
# run: put(np.zeros((3, 4)), np.array([2, 0]), np.array([[1.], [2.]]))
# run: put(np.zeros((3, 4)).T, np.array([2, 0]), np.array([1., 2., 3.]))
# run: put(np.zeros((3, 4)), np.array([2, 0]), np.ones((1, 1, 4)))
# run: put(np.zeros((3, 4)), np.zeros(0, np.int64), np.ones((0, 4)))
# run: put_pairs(np.zeros((3, 4)), np.array([2, 0, 2]), np.array([3, 3, 3]), np.array([1., 2., 3.]))
# run: put_pairs(np.zeros((3, 4)), np.array([[2], [0]]), np.array([0, 3]), np.array([1., 2.]))
# run: put_behind(np.zeros((3, 4)), np.array([3, 1]), np.array([1., 2.]))
# run: put_behind(np.zeros((2, 3, 4)), np.array([[2, 1], [0, 1]]), np.arange(16.).reshape(2, 2, 1, 4).reshape(2, 2, 4)[:, None])
# run: put_apart(np.zeros((2, 3, 4)), np.array([1, 0]), np.array([2, 3]), np.arange(6.).reshape(2, 3))
# run: put_list(np.zeros((3, 2), np.float32), 2.5)
# raises: IndexError
# run: put(np.arange(5.), np.array([4, -1, 9]), 7)
# raises: IndexError
# run: put(np.arange(5.), np.array([0, -6]), np.array([1., 2.]))
# raises: ValueError
# run: put(np.arange(5.), np.array([0, 1]), np.array([1., 2., 3.]))
# raises: ValueError
# run: put(np.zeros((3, 4)), np.array([0, 1]), np.array([1., 2., 3.]))
# raises: IndexError
# run: put_pairs(np.zeros((3, 4)), np.array([2, 0, 2]), np.array([3, 4, 3]), np.array([1., 2., 3.]))
