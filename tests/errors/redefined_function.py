# The second `def` of a name replaces the first.
def f(x: int):
    return x + 1


def f(x: int):  # warning[redefined-function]: `f`
    return x + 2
