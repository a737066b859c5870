# True division of integers is done in float64, whatever their width.


def divide(x, y):
    return x / y


# run: divide(np.array([1], np.int8), np.array([3], np.int8))
# run: divide(np.array([1], np.int16), np.array([3], np.int16))
# run: divide(np.array([1], np.int32), np.array([3], np.float32))
# run: divide(np.array([1], np.int16), np.array([3], np.float32))
# run: divide(np.array([True]), np.array([True]))
# run: divide(np.int8(1), np.int8(3))
# run: divide(np.uint64(2**63), np.int64(3))
# run: divide(np.uint64(2**64 - 1), 3)
# run: divide(1, np.float32(3))
# run: divide(np.array([9007199254740993]), 1)
