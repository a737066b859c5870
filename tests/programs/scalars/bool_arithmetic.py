# Python bools count as the ints 0 and 1.


def add(x, y):
    return x + y


def count(a, b, c):
    return a + b + c


def scale(x, y):
    return x * y


def half(x):
    return x / 2


# run: add(True, True)
# run: add(True, 2.5)
# run: add(5, False)
# run: count(True, False, True)
# run: scale(True, -3)
# run: scale(False, 0.5)
# run: half(True)
