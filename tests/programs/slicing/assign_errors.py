# Shapes that cannot be broadcast into a slice.


def assign(x, y):
    x[:] = y


def assign_part(x, i, j, y):
    x[i:j] = y


# raises: ValueError: could not broadcast input array from shape (3,) into shape (4,)
# run: assign(np.zeros(4), np.arange(3))
# raises: ValueError: could not broadcast input array from shape (3,) into shape (0,)
# run: assign(np.zeros(0), np.arange(3))
# raises: ValueError: could not broadcast input array from shape (2,) into shape (2,3)
# run: assign(np.zeros((2, 3)), np.arange(2.0))
# raises: ValueError: could not broadcast input array from shape (2,3) into shape (3,)
# run: assign(np.zeros(3), np.zeros((2, 3)))
# raises: ValueError: could not broadcast input array from shape (3,) into shape (2,)
# run: assign_part(np.zeros(5), 1, 3, np.arange(3))
# run: assign_part(np.zeros(5), 3, 1, np.arange(1))
# run: assign(np.zeros((0, 3)), np.arange(3.0))
