# `isinstance` asks for a class.
def f(x: int):
    return isinstance(x, 3)  # error[type-mismatch]: isinstance() takes a class or a tuple of classes
