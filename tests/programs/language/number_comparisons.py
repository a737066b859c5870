# Chained comparisons look at each operand once and stop early; NaN compares false.


def between(a, x, b):
    return a < x < b, a <= x <= b, a < x > b, a == x != b


def once(n):
    calls = [0]

    def middle():
        calls[0] += 1
        return n

    result = 0 < middle() < 10
    return result, calls[0]


def stops(n):
    calls = [0]

    def last():
        calls[0] += 1
        return 10

    result = 5 < n < last()
    return result, calls[0]


def nans(x):
    return x == x, x != x, x < 1.0, x > 1.0, not (x < 1.0)


# run: between(1, 2, 3)
# run: between(3.0, 3.0, 3.0)
# run: once(5)
# run: once(50)
# run: stops(7)
# run: stops(3)
# run: nans(float("nan"))
# run: nans(0.5)
