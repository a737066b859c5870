# Sum of number.
def f(n: int):
    return sum(n)  # error[type-mismatch]: cannot unpack non-iterable int object
