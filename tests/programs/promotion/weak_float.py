# A Python float makes float64 of integers, and keeps float32.


def scale(x):
    return 3.0 * x


def half(x):
    return x / 2


def offset(x, s):
    return x - s


# run: scale(np.array([1, 2], np.float32))
# run: scale(np.array([1, 2], np.int8))
# run: scale(np.array([True, False]))
# run: scale(np.float32(1.1))
# run: scale(np.int64(7))
# run: half(np.array([1, 2], np.float32))
# run: half(np.array([1, 2], np.uint8))
# run: half(np.int16(5))
# run: offset(np.arange(3, dtype=np.float32), 0.1)
# run: offset(np.arange(3, dtype=np.float32), np.float64(0.1))
# run: offset(np.float32(1), 1e300)
