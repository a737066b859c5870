# Shifts of arrays: counts beyond the width give zero or the sign.


def left(x, n):
    return x << n


def right(x, n):
    return x >> n


# run: left(np.array([1, -3, 5]), np.array([0, 4, 62]))
# run: left(np.array([1, 1, 1]), np.array([63, 64, 1000]))
# run: left(np.array([1, 200, 255], np.uint8), 1)
# run: left(np.array([1, 64, -1], np.int8), np.array([7, 2, 8], np.int8))
# run: right(np.array([-1, 5, -100]), np.array([70, 64, 3]))
# run: right(np.array([255, 128], np.uint8), np.array([3, 8], np.uint8))
# run: right(np.array([-128, 127], np.int8), 100)
# run: left(np.array([1, -1]), np.array([-1, -1]))
# run: right(np.array([1, -1]), np.array([-1, -64]))
# run: left(np.int32(1), 31)
# run: left(np.int32(1), 32)
# run: left(1, np.arange(5, dtype=np.int16) * 4)
