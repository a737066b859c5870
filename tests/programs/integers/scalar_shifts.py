# Shifts of NumPy scalars with counts at and beyond their width.


def left(x, n):
    return x << n


def right(x, n):
    return x >> n


# run: left(np.int8(1), np.int8(7))
# run: left(np.int8(1), np.int8(8))
# run: left(np.uint8(255), 4)
# run: left(np.int64(1), 63)
# run: left(np.int64(1), 64)
# run: left(np.uint64(1), np.uint64(63))
# run: left(np.int64(5), -1)
# run: right(np.int8(-128), np.int8(7))
# run: right(np.int8(-128), np.int8(100))
# run: right(np.uint8(255), 8)
# run: right(np.int64(-1), 64)
# run: right(np.int64(-5), np.int64(-1))
