# Functions without types are left out with one warning.
# warning[untyped-functions]: `g` … `h`
def f(x: int):
    return x + 1


def g(x):
    return x + 1


def h(x, y):
    return x + y
