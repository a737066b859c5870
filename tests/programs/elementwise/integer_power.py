# Integer powers wrap around; negative ones are refused.


def power(x, y):
    return x**y


# run: power(np.array([3, -3, 10]), np.array([40, 41, 19]))
# run: power(np.array([3, 2], np.uint8), np.array([6, 8], np.uint8))
# run: power(np.array([-2, 0, 0]), np.array([63, 0, 5]))
# run: power(np.int8(11), np.int8(2))
# run: power(np.int64(7), 30)
# run: power(np.uint32(3), np.uint32(21))
# raises: ValueError: Integers to negative integer powers are not allowed.
# run: power(np.array([2, 3]), np.array([1, -1]))
# raises: ValueError: Integers to negative integer powers are not allowed.
# run: power(np.array([1, 1]), -1)
# raises: ValueError: Integers to negative integer powers are not allowed.
# run: power(np.int64(2), np.int64(-1))
# run: power(np.zeros(0, np.int64), np.zeros(0, np.int64))
