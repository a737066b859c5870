# An index out of bounds names the index, the axis and its size.


def at(x, i):
    return x[i]


def at2(x, i, j):
    return x[i, j]


def at3(x, i, j, k):
    return x[i, j, k]


# raises: IndexError: index 3 is out of bounds for axis 0 with size 3
# run: at(np.arange(3), 3)
# raises: IndexError: index -4 is out of bounds for axis 0 with size 3
# run: at(np.arange(3), -4)
# raises: IndexError: index 0 is out of bounds for axis 0 with size 0
# run: at(np.zeros(0), 0)
# raises: IndexError: index 2 is out of bounds for axis 0 with size 2
# run: at(np.arange(12).reshape(2, 6), 2)
# raises: IndexError: index 4 is out of bounds for axis 1 with size 4
# run: at2(np.arange(12).reshape(3, 4), 1, 4)
# raises: IndexError: index -5 is out of bounds for axis 1 with size 4
# run: at2(np.arange(12).reshape(3, 4), 1, -5)
# raises: IndexError: index 7 is out of bounds for axis 0 with size 3
# run: at2(np.arange(12).reshape(3, 4), 7, 9)
# raises: IndexError: index 9 is out of bounds for axis 2 with size 4
# run: at3(np.zeros((2, 3, 4)), 1, 2, 9)
# run: at2(np.arange(12).reshape(3, 4), 2, 3)
# run: at(np.arange(3), 2)
