# Unpack number.
def f(n: int):
    a, b = n  # error[type-mismatch]: cannot unpack non-iterable int object
    return a
