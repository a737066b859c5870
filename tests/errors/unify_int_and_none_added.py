# What may be None is not a number.
def f(n: int):
    x = None
    if n > 0:
        x = n
    return len(x)  # error[type-mismatch]: object of type 'int' has no len()
