# A number cannot be indexed.
def f(x: int):
    return x[0]  # error[type-mismatch]: `int`
