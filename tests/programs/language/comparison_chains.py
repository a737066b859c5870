# Chained comparisons evaluate each operand at most once, and stop at the first that fails.
def between(a, x, b):
    return a < x <= b, a <= x < b, a < x > b


def counted(x):
    calls = 0

    def middle():
        nonlocal calls
        calls += 1
        return x

    inside = 0 < middle() < 10
    return inside, calls


def stops(x):
    calls = 0

    def last():
        nonlocal calls
        calls += 1
        return 10

    inside = 0 < x < last()
    return inside, calls


def mixed(a, b):
    return a == b != 3, a is None, (a < b) == True, not a < b


# run: between(1, 2, 3)
# run: between(1, 3, 3)
# run: between(1.5, 1.5, 2)
# run: counted(5)
# run: counted(-5)
# run: stops(5)
# run: stops(-5)
# run: mixed(1, 1)
# run: mixed(3, 3)
