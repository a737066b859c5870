# Star of number.
def f(n: int):
    return max(*n)  # error[type-mismatch]: cannot unpack non-iterable int object
