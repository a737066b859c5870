# Slices of a 1-d array with every combination of start and stop.


def from_start(x, i):
    return x[i:]


def to_stop(x, i):
    return x[:i]


def between(x, i, j):
    return x[i:j]


def everything(x):
    return x[:]


# run: from_start(np.arange(6), 2)
# run: from_start(np.arange(6), -2)
# run: from_start(np.arange(6), 100)
# run: from_start(np.arange(6), -100)
# run: to_stop(np.arange(6.0), 2)
# run: to_stop(np.arange(6.0), -2)
# run: to_stop(np.arange(6.0), 100)
# run: between(np.arange(10)[::-1], 2, 5)
# run: between(np.arange(10)[::2], 3, 1)
# run: between(np.arange(10), -4, -1)
# run: everything(np.arange(0))
