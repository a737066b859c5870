# Arrays of bool: `+` is or, `*` is and; `-` is refused at run time by NumPy, at compile time by us.


def add(x, y):
    return x + y


def multiply(x, y):
    return x * y


def divide(x, y):
    return x / y


def powers(x, y):
    return x**y, x // y, x % y


# run: add(np.array([True, True, False]), np.array([True, False, False]))
# run: add(np.array([True, False]), True)
# run: add(np.array([True, False]), 1)
# run: add(np.bool_(True), np.bool_(True))
# run: multiply(np.array([True, True, False]), np.array([True, False, False]))
# run: multiply(np.array([True, False]), np.int8(3))
# run: multiply(np.array([True, False]), 2.5)
# run: divide(np.array([True, False]), np.array([True, True]))
# run: powers(np.array([True, False]), np.array([True, True]))
