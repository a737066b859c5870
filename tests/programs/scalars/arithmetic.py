# The arithmetic operators on Python ints, floats and both mixed.


def add(x, y):
    return x + y


def subtract(x, y):
    return x - y


def multiply(x, y):
    return x * y


def divide(x, y):
    return x / y


def polynomial(x, y):
    return 3 * x * x - 2 * x * y + y - 7


# run: add(2, 3)
# run: add(2, 0.5)
# run: add(1e308, 1e308)
# run: subtract(0.1, 0.3)
# run: subtract(-5, 7)
# run: multiply(-3, 2.5)
# run: multiply(123456789, 987654321)
# run: divide(1, 3)
# run: divide(-7.5, 2)
# run: divide(9007199254740993, 2)
# run: polynomial(5, 11)
# run: polynomial(0.3, 4)
