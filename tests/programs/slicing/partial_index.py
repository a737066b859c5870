# Fewer indices than axes: the rest comes whole.


def first(x):
    return x[0]


def second(x):
    return x[0, 1]


def middle(x):
    return x[1:, 0]


def last(x):
    return x[-1][-1][-1]


# run: first(np.arange(24).reshape(2, 3, 4))
# run: first(np.arange(24).reshape(2, 3, 4).T)
# run: second(np.arange(24).reshape(2, 3, 4))
# run: second(np.arange(24.0).reshape(2, 3, 4)[:, ::-1, ::2])
# run: middle(np.arange(24).reshape(2, 3, 4))
# run: last(np.arange(24).reshape(2, 3, 4))
# raises: IndexError: index 0 is out of bounds for axis 0 with size 0
# run: first(np.zeros((0, 3)))
