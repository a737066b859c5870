# A store out of bounds changes nothing; what was written before stays.


def put(x, i, value):
    x[i] = value


def fill_beyond(x, n):
    for i in range(n):
        x[i] = 10 * i


def row_beyond(x, i):
    x[i] = 5.0


# raises: IndexError: index 5 is out of bounds for axis 0 with size 5
# run: put(np.arange(5), 5, 1)
# raises: IndexError: index -6 is out of bounds for axis 0 with size 5
# run: put(np.arange(5), -6, 1)
# raises: IndexError: index 4 is out of bounds for axis 0 with size 4
# run: fill_beyond(np.zeros(4), 6)
# raises: IndexError: index 3 is out of bounds for axis 0 with size 3
# run: fill_beyond(np.zeros(6, np.int8)[::2], 6)
# run: fill_beyond(np.zeros(4), 4)
# raises: IndexError: index 2 is out of bounds for axis 0 with size 2
# run: row_beyond(np.zeros((2, 3)), 2)
