# Isinstance of value.
def f(n: int):
    return isinstance(n, 5)  # error[type-mismatch]: isinstance() takes a class or a tuple of classes, not int
