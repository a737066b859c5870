# Bitand float.
def f(x: float):
    return x & 1  # error[type-mismatch]: `&` takes integers, not floats
