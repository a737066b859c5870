# An array assigned to a slice is broadcast and converted.


def assign(x, y):
    x[:] = y


def assign_row(x, i, y):
    x[i] = y


def assign_block(x, y):
    x[1:3, ::2] = y


def assign_column(x, y):
    x[:, 0] = y


# run: assign(np.zeros(4), np.arange(4))
# run: assign(np.zeros(4, np.int32), np.array([1.9, -1.9, 2.5, 1e5]))
# run: assign(np.zeros((2, 3)), np.arange(3.0))
# run: assign(np.zeros((2, 3)), np.arange(2.0)[:, None])
# run: assign(np.zeros((2, 3)), np.arange(6.0).reshape(3, 2).T)
# run: assign(np.zeros(3), np.array([7.5]))
# run: assign(np.zeros((3, 2)).T, np.ones((1, 1, 2, 3)))
# run: assign_row(np.zeros((3, 4)), 1, np.arange(4))
# run: assign_row(np.zeros((3, 4)), -1, np.array(5))
# run: assign_block(np.zeros((4, 5)), np.arange(6).reshape(2, 3))
# run: assign_block(np.zeros((4, 5), np.uint8), np.arange(3)[::-1])
# run: assign_column(np.asfortranarray(np.zeros((3, 2))), np.arange(3))
