# Index arrays beside slices, integers and new axes: the new axes stand where the arrays stand side by side, else in front.


def behind(x, i):
    return x[:, i]


def last(x, i):
    return x[..., i]


def sliced(x, i):
    return x[::-1, i, 1:]


def side_by_side(x, i, j):
    return x[:, i, j]


def apart(x, i, j):
    return x[i, :, j]


def integer_apart(x, i):
    return x[0, :, i]


def integer_beside(x, i):
    return x[:, 0, i]


def new_axis(x, i):
    return x[None, i], x[i, None], x[:, None, i], x[:, i, None]


def new_axis_between(x, i):
    return x[i, None, i]


# run: behind(np.arange(12.).reshape(3, 4), np.array([3, -3]))
# run: behind(np.arange(24.).reshape(2, 3, 4), np.array([[0, 1], [1, -1]]))
# run: last(np.arange(24.).reshape(2, 3, 4), np.array([[0, 1], [1, -1]]))
# run: last(np.arange(5), np.array([4, 4]))
# run: sliced(np.arange(24.).reshape(2, 3, 4), np.array([2, 0, 0]))
# run: side_by_side(np.arange(24.).reshape(2, 3, 4), np.array([2, 0, 0]), np.array([[1], [3]]))
# run: side_by_side(np.arange(120).reshape(2, 3, 4, 5), np.array([2, 0, 0]), np.array([1, 2, 3]))
# run: apart(np.arange(24).reshape(2, 3, 4), np.array([0, 1]), np.array([1, 2]))
# run: apart(np.arange(120).reshape(2, 3, 4, 5), np.array([0, 1]), np.array([[1, 2]]))
# run: integer_apart(np.arange(24).reshape(2, 3, 4), np.array([0, 3]))
# run: integer_beside(np.arange(24).reshape(2, 3, 4), np.array([0, 3]))
# run: new_axis(np.arange(6).reshape(2, 3), np.array([1, 0]))
# run: new_axis_between(np.arange(9).reshape(3, 3), np.array([1, 0]))
# raises: IndexError
# run: behind(np.arange(12.).reshape(3, 4), np.array([3, 4]))
# raises: IndexError
# run: side_by_side(np.arange(24.).reshape(2, 3, 4), np.array([2, 0, 0]), np.array([1, 4, 2]))
