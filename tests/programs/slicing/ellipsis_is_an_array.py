# With an ellipsis even a single element is a 0-d array, without one it is a scalar.


def element(x):
    return x[0, 1]


def view(x):
    return x[0, 1, ...]


def one(x):
    return x[..., 2]


# run: element(np.arange(6).reshape(2, 3))
# run: view(np.arange(6).reshape(2, 3))
# run: view(np.arange(6.0).reshape(3, 2).T)
# run: one(np.arange(4, dtype=np.float32))
