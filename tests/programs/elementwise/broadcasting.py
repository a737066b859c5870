# Shapes are aligned at the last axis; extents of one are repeated.


def add(x, y):
    return x + y


def combine(x, y, z):
    return x * y + z


# run: add(np.arange(6).reshape(2, 3), np.arange(3))
# run: add(np.arange(3), np.arange(6).reshape(2, 3))
# run: add(np.arange(2)[:, None], np.arange(3))
# run: add(np.arange(2).reshape(2, 1, 1), np.arange(12).reshape(3, 4))
# run: add(np.arange(6.0).reshape(2, 3).T, np.arange(2))
# run: add(np.ones((0, 3)), np.ones(3))
# run: add(np.ones((0, 3)), np.ones((1, 1)))
# run: add(np.arange(3), np.array(10))
# run: add(np.ones((1, 3)), np.ones((4, 1)))
# run: combine(np.arange(3), np.arange(2)[:, None], np.arange(4).reshape(4, 1, 1))
# run: combine(np.arange(3.0), 2, np.arange(6).reshape(2, 3)[::-1])
