# Functions that call each other, in either order of definition.


def twice(x):
    return double(x) + double(x)


def double(x):
    return 2 * x


def use(x, y):
    return twice(x) - double(y)


# run: twice(3)
# run: twice(0.5)
# run: use(4, 5)
# run: use(4, 0.25)
