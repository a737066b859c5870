# A number cannot be called.
def f(x: int):
    return x(2)  # error[type-mismatch]: `int`
