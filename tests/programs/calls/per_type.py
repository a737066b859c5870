# A function without types is compiled once for each type that it is called with.


def square(x):
    return x * x


def mixed(n, x, y):
    return square(n), square(x), square(y)


# run: mixed(3, 0.5, True)
# run: mixed(-7, 1e200, False)
# run: mixed(np.int8(100), np.float32(0.1), np.uint16(65535))
