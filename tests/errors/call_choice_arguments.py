# Every function that may be meant gets the arguments.
def one(x):
    return x


def two(x, y):
    return x + y


def f(c: bool, x: int):
    g = one if c else two
    return g(x)  # error[wrong-arguments]: two() missing 1 required positional argument: 'y'
