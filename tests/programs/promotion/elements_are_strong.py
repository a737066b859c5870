# Elements of arrays are NumPy scalars: they promote strongly and wrap around.


def add_elements(x):
    return x[0] + x[1]


def square(x):
    return x[0] * x[0]


def element_plus(x, n):
    return x[0] + n


def int_of(x):
    return int(x[0]) + int(x[1])


def float_of(x):
    return float(x[0]) * 3


# run: add_elements(np.array([200, 100], np.uint8))
# run: add_elements(np.array([2**31 - 1, 1], np.int32))
# run: square(np.array([2**40]))
# run: square(np.array([0.1], np.float32))
# run: element_plus(np.array([100], np.int8), 100)
# run: element_plus(np.array([100], np.int8), np.int16(100))
# run: int_of(np.array([200, 100], np.uint8))
# run: int_of(np.array([1.9, -1.9]))
# run: float_of(np.array([0.1], np.float32))
