# NumPy scalars and arrays do not raise at a division by zero.


def divide(x, y):
    return x / y


def floor_divide(x, y):
    return x // y


def modulo(x, y):
    return x % y


# run: divide(np.float64(1), 0)
# run: divide(np.int64(-1), 0)
# run: divide(1, np.int32(0))
# run: divide(np.float32(0), 0.0)
# run: floor_divide(np.int64(7), 0)
# run: floor_divide(7, np.int8(0))
# run: modulo(np.int64(7), 0)
# run: floor_divide(np.float64(7), 0)
# run: modulo(np.float64(7), 0.0)
# run: divide(np.array([1.0, -1.0, 0.0]), 0)
# run: floor_divide(np.array([1, -1, 0]), 0)
# run: modulo(np.array([1.5, -1.5]), 0)
