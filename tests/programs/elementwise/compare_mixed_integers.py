# Integers of different signs are compared by value, also uint64 with int64.


def less(x, y):
    return x < y


def equal(x, y):
    return x == y


# run: less(np.array([2**63], np.uint64), np.array([-1], np.int64))
# run: less(np.array([-1], np.int64), np.array([2**63], np.uint64))
# run: equal(np.array([2**64 - 1], np.uint64), np.array([-1], np.int64))
# run: equal(np.array([9007199254740993], np.uint64), np.array([9007199254740993], np.int64))
# run: less(np.uint64(2**63), np.int64(-1))
# run: less(np.int8(-1), np.uint8(255))
# run: less(np.array([1, 255], np.uint8), -1)
# run: less(np.array([1, 255], np.uint8), 1000)
# run: equal(np.array([1, 127], np.int8), 383)
# run: less(np.int8(5), 1000)
# run: less(np.uint64(5), -1)
