# `and` and `or` give one of their operands, not a bool.


def first_or(x, y):
    return x or y


def first_and(x, y):
    return x and y


def default_to(x):
    return (x or 10) * 2


# run: first_or(0, 5)
# run: first_or(3, 5)
# run: first_or(0.0, 2.5)
# run: first_and(0, 5)
# run: first_and(3, 5)
# run: first_and(-0.0, 1.0)
# run: default_to(0)
# run: default_to(7)
