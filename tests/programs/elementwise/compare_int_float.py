# Arrays of int64 are compared with floats as float64, which rounds.


def equal(x, y):
    return x == y


def less(x, y):
    return x < y


# run: equal(np.array([9007199254740993]), 9007199254740992.0)
# run: less(np.array([9007199254740992]), 9007199254740993)
# run: less(np.array([9007199254740993]), np.array([9007199254740993.0]))
# run: equal(np.array([16777217], np.int32), np.array([16777216.0], np.float32))
# run: equal(np.array([0.1], np.float32), 0.1)
# run: equal(np.array([0.1], np.float32), np.array([0.1]))
# run: less(np.array([9223372036854775807]), np.array([9223372036854775808.0]))
