# NumPy integers wrap around in every operation.


def add(x, y):
    return x + y


def subtract(x, y):
    return x - y


def multiply(x, y):
    return x * y


def negate(x):
    return -x


# run: add(np.int8(127), np.int8(1))
# run: add(np.uint16(65535), np.uint16(1))
# run: add(np.int64(2**63 - 1), np.int64(1))
# run: subtract(np.uint8(0), np.uint8(1))
# run: subtract(np.int32(-(2**31)), np.int32(1))
# run: subtract(np.uint64(0), 1)
# run: multiply(np.int16(300), np.int16(300))
# run: multiply(np.uint32(2**31), np.uint32(2))
# run: multiply(np.int64(-(2**63)), -1)
# run: negate(np.int8(-128))
# run: negate(np.uint8(1))
# run: negate(np.uint64(0))
