# An element of one array stored into another is a scalar: checked; a whole array is cast: it wraps.


def copy_elements(x, y):
    for i in range(len(y)):
        x[i] = y[i]


def copy_slice(x, y):
    x[:] = y


def accumulate(x, y):
    for i in range(len(y)):
        x[i] += y[i]


# raises: OverflowError: Python integer 128 out of bounds for int8
# run: copy_elements(np.zeros(4, np.int8), np.arange(126, 130))
# run: copy_slice(np.zeros(4, np.int8), np.arange(126, 130))
# run: copy_elements(np.zeros(4, np.uint8), np.arange(254, 258))
# run: copy_elements(np.zeros(4, np.int32), np.arange(126, 130))
# run: copy_elements(np.zeros(4, np.int32), np.arange(4) * 1.75 - 2)
# run: accumulate(np.full(4, 100, np.int8), np.arange(4, dtype=np.int8) * 20)
# raises: OverflowError: Python integer 140 out of bounds for int8
# run: accumulate(np.full(4, 100, np.int8), np.arange(4) * 20)
# run: accumulate(np.zeros(4, np.float32), np.arange(4) / 3)
