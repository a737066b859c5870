# A number has no length.
def f(n: int):
    return len(n)  # error[type-mismatch]: `int`
