# Slices of slices, until elements are reached.


def inner(x):
    return x[1:-1][1:-1][::-1]


def zigzag(x):
    return x[::2][::-1][1:][::-2]


def deep(x):
    y = x[1:, ::2]
    z = y.T[::-1]
    return z[0], z[0, 0], z


# run: inner(np.arange(9))
# run: inner(np.arange(3))
# run: inner(np.arange(20.0)[::3])
# run: zigzag(np.arange(20))
# run: zigzag(np.arange(1))
# run: deep(np.arange(20).reshape(4, 5))
# run: deep(np.asfortranarray(np.arange(20.0).reshape(4, 5)))
