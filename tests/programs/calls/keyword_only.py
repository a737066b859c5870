# Keyword-only and positional-only parameters.


def scale(x, *, factor=2.0):
    return x * factor


def ratio(a, b, /):
    return a / b


def use(x):
    return scale(x, factor=0.5) + ratio(x, 4)


# run: scale(3)
# run: scale(3, factor=4)
# run: ratio(1, 8)
# run: use(2.0)
