# The common dtype of integers and floats depends on the width of the integer.


def add(x, y):
    return x + y


# run: add(np.array([True]), np.array([0.5], np.float32))
# run: add(np.array([1], np.int8), np.array([0.5], np.float32))
# run: add(np.array([1], np.uint16), np.array([0.1], np.float32))
# run: add(np.array([1], np.int16), np.array([0.1], np.float32))
# run: add(np.array([1], np.int32), np.array([0.1], np.float32))
# run: add(np.array([1], np.uint32), np.array([0.1], np.float32))
# run: add(np.array([1], np.int64), np.array([0.1], np.float32))
# run: add(np.array([2**63], np.uint64), np.array([0.1], np.float64))
# run: add(np.array([1], np.int8), np.array([0.1], np.float64))
# run: add(np.array([0.1], np.float32), np.array([0.1], np.float64))
