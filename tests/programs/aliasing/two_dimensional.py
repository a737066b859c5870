# Overlap between rows, columns and transposes.


def add_rows(x):
    x[1:] += x[:-1]


def add_columns(x):
    x[:, 1:] += x[:, :-1]


def add_transpose(x):
    x += x.T


def assign_transpose(x):
    x[:] = x.T


def first_row_everywhere(x):
    x[:] = x[0]


def subtract_own_row(x):
    x -= x[1]


# run: add_rows(np.arange(12).reshape(4, 3))
# run: add_rows(np.arange(12.0).reshape(3, 4).T)
# run: add_columns(np.arange(12).reshape(3, 4))
# run: add_transpose(np.arange(9).reshape(3, 3))
# run: add_transpose(np.arange(10000.0).reshape(100, 100))
# run: assign_transpose(np.arange(16).reshape(4, 4))
# run: first_row_everywhere(np.arange(6).reshape(3, 2))
# run: subtract_own_row(np.arange(12.0).reshape(4, 3))
