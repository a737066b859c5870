# Shift float.
def f(x: float):
    return 1 << x  # error[type-mismatch]: `<<` takes integers, not floats
