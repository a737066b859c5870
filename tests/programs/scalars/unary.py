# Negation, plus, not, invert and abs of Python numbers.


def negate(x):
    return -x


def plus(x):
    return +x


def invert(x):
    return ~x


def negate_truth(x):
    return not x


def magnitude(x):
    return abs(x)


# run: negate(5)
# run: negate(0.0)
# run: negate(True)
# run: plus(True)
# run: invert(0)
# run: invert(-17)
# run: negate_truth(0.0)
# run: negate_truth(3)
# run: magnitude(-7)
# run: magnitude(-0.0)
# run: magnitude(-math.inf)
