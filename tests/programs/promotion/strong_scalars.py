# NumPy scalars promote like arrays do.


def add(x, y):
    return x + y


def multiply(x, y):
    return x * y


# run: add(np.uint8(200), np.uint8(100))
# run: add(np.int32(2**31 - 1), np.int32(1))
# run: add(np.uint64(5), np.int64(3))
# run: add(np.int8(100), np.uint8(100))
# run: add(np.int8(100), np.int64(100))
# run: add(np.array([1], np.int32), np.int64(1))
# run: add(np.array([1], np.float32), np.float64(1.5))
# run: add(np.array([1], np.float32), np.int64(1))
# run: multiply(np.int64(2**62), np.int64(4))
# run: multiply(np.uint8(16), np.uint8(16))
# run: multiply(np.float32(0.1), np.float32(0.1))
# run: multiply(np.float32(0.1), np.float64(0.1))
