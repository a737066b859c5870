# `...` stands for as many whole axes as are left.


def last_axis(x):
    return x[..., 0]


def first_axis(x):
    return x[1, ...]


def around(x):
    return x[0, ..., -1]


def whole(x):
    return x[...]


def stepped(x):
    return x[..., ::-1]


# run: last_axis(np.arange(24).reshape(2, 3, 4))
# run: last_axis(np.arange(5))
# run: first_axis(np.arange(24).reshape(2, 3, 4).T)
# run: around(np.arange(24).reshape(2, 3, 4))
# run: around(np.arange(6.0).reshape(2, 3))
# run: whole(np.arange(6).reshape(2, 3))
# run: whole(np.array(2.5))
# run: stepped(np.arange(24).reshape(2, 3, 4))
# run: stepped(np.arange(5.0))
