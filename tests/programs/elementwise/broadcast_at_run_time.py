# Whether an extent is one is known at run time only.


def add(x, y):
    return x + y


def scale_rows(x, s):
    return x * s


# run: add(np.arange(1), np.arange(4))
# run: add(np.arange(4), np.arange(1))
# run: add(np.arange(1), np.arange(1))
# run: add(np.arange(1), np.arange(0))
# run: scale_rows(np.arange(6.0).reshape(2, 3), np.array([[2.0], [3.0]]))
# run: scale_rows(np.arange(6.0).reshape(2, 3), np.array([[2.0, 3.0, 4.0]]))
# run: scale_rows(np.arange(2.0).reshape(2, 1), np.array([[2.0, 3.0, 4.0]]))
# run: scale_rows(np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(3, 2).T)
