# A Python int that does not fit into the dtype of the element raises OverflowError.


def put(x, value):
    x[0] = value


def fill(x, value):
    x[:] = value


def add(x, value):
    return x + value


# raises: OverflowError: Python integer 300 out of bounds for uint8
# run: put(np.zeros(3, np.uint8), 300)
# raises: OverflowError: Python integer -1 out of bounds for uint8
# run: put(np.zeros(3, np.uint8), -1)
# raises: OverflowError: Python integer 128 out of bounds for int8
# run: fill(np.zeros(3, np.int8), 128)
# raises: OverflowError: Python integer 65536 out of bounds for uint16
# run: add(np.zeros(3, np.uint16), 65536)
# raises: OverflowError: Python integer -1 out of bounds for uint64
# run: add(np.uint64(5), -1)
# raises: OverflowError: Python integer -129 out of bounds for int8
# run: add(np.int8(5), -129)
# raises: OverflowError: Python integer 2147483648 out of bounds for int32
# run: add(np.zeros(0, np.int32), 2147483648)
# run: put(np.zeros(3, np.uint8), 255)
# run: put(np.zeros(3, np.uint8), np.int64(300))
# run: add(np.int8(-128), -128)
