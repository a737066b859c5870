# `len`, `shape`, `ndim`, `size` and single extents of slices.


def describe(x):
    y = x[1:, ::2]
    return len(y), y.shape, y.ndim, y.size, y.shape[0], y.shape[-1]


def one(x):
    return len(x), x.size, x.shape


def unpacked(x):
    n, m, k = x.shape
    return n * 100 + m * 10 + k


# run: describe(np.zeros((3, 5)))
# run: describe(np.zeros((0, 5)))
# run: describe(np.zeros((4, 1)).T)
# run: one(np.zeros(7)[::-2])
# run: one(np.zeros((2, 3, 4)))
# run: unpacked(np.zeros((2, 3, 4)))
