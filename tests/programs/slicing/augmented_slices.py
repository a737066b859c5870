# Augmented assignment to slices works in place.


def add_to_part(x, i, j, value):
    x[i:j] += value


def scale_column(x, j, factor):
    x[:, j] *= factor


def subtract_row(x):
    x[1:] -= x[0]


def every_second(x):
    x[::2] += 10
    x[1::2] *= 3


# run: add_to_part(np.arange(6), 1, 4, 100)
# run: add_to_part(np.arange(6.0)[::-1], 1, 4, 0.5)
# run: scale_column(np.arange(6.0).reshape(2, 3), 1, 3)
# run: scale_column(np.arange(6.0).reshape(3, 2).T, -1, 0.1)
# run: subtract_row(np.arange(12).reshape(4, 3))
# run: every_second(np.arange(7))
# run: every_second(np.arange(7, dtype=np.uint8))
