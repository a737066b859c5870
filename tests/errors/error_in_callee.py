# An error in a function without types is reported there, where it is called with types.
def g(x):
    return x[0]  # error[type-mismatch]: `int`


def f(n: int):
    return g(n) + 1
